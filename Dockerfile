# Two stages: the second has neither pip's cache nor a compiler. Debian's Python 3.11 and its SQLite go together
# (bot/work/engine.py says which do not).
FROM python:3.11-slim-bookworm AS build
RUN python -m venv /venv
COPY requirements.txt /src/
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r /src/requirements.txt
COPY pyproject.toml README.md LICENSE manifest.yml /src/
COPY bot /src/bot
COPY handlers /src/handlers
COPY diagnostics /src/diagnostics
COPY playground /src/playground
RUN /venv/bin/python -m compileall -q /src

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONPATH=/src PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite:////data/sync-triage.db LOG_FORMAT=json PORT=3000
COPY --from=build /venv /venv
COPY --from=build /src /src
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin bot && install -d -o bot /data
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz')"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "bot"]
CMD ["serve", "--host", "0.0.0.0"]
