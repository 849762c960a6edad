import { runProgram } from "./run.ts";
import type { Subject } from "./subject.ts";

const rack: Subject = {
  product: "rack-cors",
  needs: "/usr/bin/rackup",
  start: (code = "") =>
    runProgram({
      files: {
        "config.ru": `require "sinatra/base"
require "rack/cors"

class App < Sinatra::Base
  set :host_authorization, { permitted_hosts: [] }
  set :show_exceptions, false
  before { halt 401 if request.path_info == "/private" && !request.env.key?("HTTP_AUTHORIZATION") }
  before("/moved") { redirect "/data", 307 }
  %i[get post put delete].each { |verb| send(verb, "/data") { "data" } }
  get("/private") { "data" }
  get("/broken") { raise "broken" }
end

${code}
run App
`,
      },
      command: [
        "/usr/bin/rackup",
        "-s",
        "webrick",
        "-o",
        "127.0.0.1",
        "-p",
        "$PORT",
        "$DIR/config.ru",
      ],
      env: { RACK_ENV: "production" },
    }),
};

const home = "/usr/share/tomcat10";

const tomcat: Subject = {
  product: "tomcat",
  needs: `${home}/bin/catalina.sh`,
  start: (code = "") =>
    runProgram({
      files: {
        "server.xml": `<Server port="-1"><Service name="Catalina">
  <Connector port="$PORT" address="127.0.0.1" protocol="HTTP/1.1" />
  <Engine name="Catalina" defaultHost="localhost">
    <Host name="localhost" appBase="$DIR" autoDeploy="false">
      <Context path="" docBase="$DIR"><JarScanner scanManifest="false" scanClassPath="false" /></Context>
    </Host>
  </Engine></Service></Server>`,
        "web.xml": `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
${code}
<servlet><servlet-name>default</servlet-name><servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class><init-param><param-name>readonly</param-name><param-value>false</param-value></init-param></servlet>
<servlet-mapping><servlet-name>default</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
<welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>
</web-app>`,
        data: "data",
        start: `#!/bin/sh
mkdir -p "$DIR/conf" "$DIR/logs" "$DIR/temp" "$DIR/work" "$DIR/moved"
cp "$DIR/data" "$DIR/moved/index.html"
cp "$DIR/server.xml" "$DIR/web.xml" "$DIR/conf/"
export CATALINA_HOME=${home} CATALINA_BASE="$DIR" CATALINA_OPTS="-Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
exec ${home}/bin/catalina.sh run
`,
      },
      command: ["/bin/sh", "$DIR/start"],
    }),
  inapplicable: {
    "a handler that throws": "the servlet of its files does not throw",
    "a login":
      "its logins stand in front of every filter; allowCorsPreflight of its authenticator lets preflights through",
  },
};

export const jvmAndRubySubjects: readonly Subject[] = [rack, tomcat];
