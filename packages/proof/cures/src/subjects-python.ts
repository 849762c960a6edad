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
from flask import Flask, redirect, request
from flask_cors import CORS

app = Flask(__name__)
${code}


@app.before_request
def guard():
    if request.path == "/private" and "Authorization" not in request.headers:
        return "", 401
    if request.path == "/moved":
        return redirect("/data", 307)


@app.route("/data", methods=["GET", "POST", "PUT", "DELETE"])
@app.route("/private")
def data():
    return "data"


@app.route("/broken")
def broken():
    raise RuntimeError("broken")


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
        "app.py": `from fastapi import FastAPI, Response
from fastapi.responses import RedirectResponse
from starlette.middleware.cors import CORSMiddleware

app = FastAPI()


@app.middleware("http")
async def guard(request, call_next):
    if request.url.path == "/private" and "authorization" not in request.headers:
        return Response(status_code=401)
    if request.url.path == "/moved":
        return RedirectResponse("/data", 307)
    return await call_next(request)


@app.api_route("/data", methods=["GET", "POST", "PUT", "DELETE"])
@app.get("/private")
def data():
    return "data"


@app.get("/broken")
def broken():
    raise RuntimeError("broken")


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
MIDDLEWARE = ["urls.guard", "django.middleware.common.CommonMiddleware"]
${code}
`,
        "urls.py": `from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path


class Moved(HttpResponseRedirect):
    status_code = 307


def guard(get_response):
    def answer(request):
        if request.path == "/private" and "Authorization" not in request.headers:
            return HttpResponse(status=401)
        if request.path == "/moved":
            return Moved("/data")
        return get_response(request)

    return answer


def data(request):
    return HttpResponse("data", status=405 if request.method == "OPTIONS" else 200)


def broken(request):
    raise RuntimeError("broken")


urlpatterns = [path("data", data), path("private", data), path("broken", broken)]
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


async def moved(request):
    raise web.HTTPTemporaryRedirect("/data")


async def broken(request):
    raise RuntimeError("broken")


@web.middleware
async def guard(request, handler):
    if request.path == "/private" and "Authorization" not in request.headers:
        return web.Response(status=401)
    return await handler(request)


app = web.Application(middlewares=[guard])
app.router.add_get("/broken", broken)
app.router.add_get("/private", data)
app.router.add_get("/moved", moved)
app.router.add_put("/moved", moved)
for method in ["GET", "POST", "PUT", "DELETE"]:
    app.router.add_route(method, "/data", data)
${code}
web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]))
`,
      },
      command: [python, "$DIR/app.py"],
    }),
  immune: { "method missing": "aiohttp-cors allows the methods of its routes" },
  inapplicable: {
    "an error": "aiohttp-cors covers routes alone, and a 404 has none",
    "a login": "aiohttp-cors covers routes alone, and a login stands in front of them",
  },
};

export const pythonSubjects: readonly Subject[] = [flask, fastapi, django, aiohttp];
