import { runProgram } from "./run.ts";
import type { Subject } from "./subject.ts";

const python = "/usr/bin/python3";
const packages = "/usr/lib/python3/dist-packages";

const flask: Subject = {
  product: "flask",
  needs: `${packages}/flask_cors`,
  start: (code = "") =>
    runProgram({
      files: {
        "app.py": `import os
from flask import Flask
from flask_cors import CORS

app = Flask(__name__)
${code}


@app.route("/data", methods=["GET", "POST", "PUT", "DELETE"])
def data():
    return "data"


app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
`,
      },
      command: [python, "$DIR/app.py"],
    }),
};

const fastapi: Subject = {
  product: "fastapi",
  needs: `${packages}/fastapi`,
  start: (code = "") =>
    runProgram({
      files: {
        "app.py": `from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

app = FastAPI()


@app.api_route("/data", methods=["GET", "POST", "PUT", "DELETE"])
def data():
    return "data"


${code}
`,
      },
      command: [python, "-m", "uvicorn", "app:app", "--host", "127.0.0.1", "--port", "$PORT"],
    }),
};

const django: Subject = {
  product: "django",
  needs: `${packages}/corsheaders`,
  start: (code = "") =>
    runProgram({
      files: {
        "settings.py": `SECRET_KEY = "test"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = []
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
${code}
`,
        "urls.py": `from django.http import HttpResponse
from django.urls import path


def data(request):
    return HttpResponse("data", status=405 if request.method == "OPTIONS" else 200)


urlpatterns = [path("data", data)]
`,
      },
      command: [
        python,
        "-m",
        "django",
        "runserver",
        "--noreload",
        "--settings",
        "settings",
        "127.0.0.1:$PORT",
      ],
      env: { PYTHONPATH: "." },
    }),
};

const aiohttp: Subject = {
  product: "aiohttp",
  needs: `${packages}/aiohttp_cors`,
  start: (code = "") =>
    runProgram({
      files: {
        "app.py": `import os
import aiohttp_cors
from aiohttp import web


async def data(request):
    return web.Response(text="data")


app = web.Application()
for method in ["GET", "POST", "PUT", "DELETE"]:
    app.router.add_route(method, "/data", data)
${code}
web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]))
`,
      },
      command: [python, "$DIR/app.py"],
    }),
  immune: { "method missing": "aiohttp-cors allows the methods of its routes" },
};

export const pythonSubjects: readonly Subject[] = [flask, fastapi, django, aiohttp];
