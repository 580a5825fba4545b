package org.lanyard.upstream;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks as a browser does. Each request has a connection of its own, for a kept-alive one that was cut is tried again
 * behind the test's back.
 */
final class ServedVisitor {

    private final LocalServer server;
    private final CookieManager cookies = new CookieManager();

    ServedVisitor(LocalServer server) {
        this.server = server;
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = client()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** With this visitor's cookies, and connections that it keeps. */
    HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).build());
    }

    HttpRequest.Builder json(String path, String body) {
        return to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(json(path, body).header("X-CSRFToken", cookie("csrftoken")).build());
    }

    HttpResponse<String> signIn(String user, String password) throws IOException, InterruptedException {
        get(server.signInPath());
        return send(to(server.signInPath()).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=" + password
                        + "&csrfmiddlewaretoken=" + cookie("csrftoken") + "&next=%2Fhome%2F"))
                .build());
    }

    HttpResponse<String> preload() throws IOException, InterruptedException {
        return get("/conf/register/checkin/preload/");
    }

    HttpResponse<String> lookup(String code) throws IOException, InterruptedException {
        return get("/conf/register/checkin/lookup/" + code + "/");
    }

    HttpResponse<String> scan(String code) throws IOException, InterruptedException {
        return scan(code, "Desk");
    }

    HttpResponse<String> scan(String code, String station) throws IOException, InterruptedException {
        return post("/conf/register/checkin/scan/",
                JsonMapper.shared().writeValueAsString(Map.of("access_code", code, "station", station)));
    }

    HttpResponse<String> redeem(String code, long line) throws IOException, InterruptedException {
        return post("/conf/register/checkin/redeem/",
                JsonMapper.shared().writeValueAsString(Map.of("access_code", code, "line_item_id", line)));
    }

    Map<String, String> cookies() {
        return cookies.getCookieStore().get(server.address()).stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
    }

    /** @return empty for none */
    String cookie(String name) {
        return cookies().getOrDefault(name, "");
    }

    void forget(String name) {
        cookies.getCookieStore().get(server.address()).stream().filter(cookie -> cookie.getName().equals(name))
                .forEach(cookie -> cookies.getCookieStore().remove(server.address(), cookie));
    }

    /** Status and kind, as in {@code 401 JSON}. */
    static String kind(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.statusCode() + (type.equals("application/json") ? " JSON" : type.startsWith("text/html") ? " HTML"
                : " " + type);
    }

    static JsonNode body(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
