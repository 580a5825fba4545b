package org.lanyard.upstream;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.lanyard.scan.Conference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reach the server, sign in, ask for the conference: says which step failed, and why. */
public final class ConnectionCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Connection connection;
    private final Conference conference;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(PATIENCE).build();

    ConnectionCheck(Connection connection, Conference conference) {
        this.connection = connection;
        this.conference = conference;
    }

    /** @param sentence what was found, or why it failed */
    public record Step(String name, boolean passed, String sentence) {}

    List<Step> run(char[] password) {
        List<Step> steps = new ArrayList<>();
        try {
            Step step = reach();
            steps.add(step);
            if (step.passed()) {
                step = signIn(password);
                steps.add(step);
            }
            if (step.passed()) {
                steps.add(askForConference());
            }
        } catch (SSLException untrusted) {
            steps.add(new Step("reach", false, "The server's certificate is not trusted by this machine."));
        } catch (IOException unreachable) {
            steps.add(new Step("reach", false, "The server did not answer; is this machine online?"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            steps.add(new Step("reach", false, "The test was broken off."));
        }
        return steps;
    }

    private Step reach() throws IOException, InterruptedException {
        HttpResponse<String> page = client.send(request(connection.signInPage()).GET().build(),
                HttpResponse.BodyHandlers.ofString());
        if (page.statusCode() != 200) {
            return new Step("reach", false, "The sign-in page answers " + page.statusCode() + "; is its path right?");
        }
        return cookie("csrftoken").isEmpty()
                ? new Step("reach", false, "There is a page at the sign-in path, but it is no sign-in page.")
                : new Step("reach", true, "The server answers.");
    }

    private Step signIn(char[] password) throws IOException, InterruptedException {
        String form = "username=" + encoded(connection.user()) + "&password=" + encoded(new String(password))
                + "&csrfmiddlewaretoken=" + encoded(cookie("csrftoken").orElse("")) + "&next=%2F";
        HttpResponse<Void> answer = client.send(request(connection.signInPage())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", connection.signInPage().toString())
                .header("X-CSRFToken", cookie("csrftoken").orElse(""))
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() == 302 && cookie("sessionid").isPresent()) {
            return new Step("sign in", true, "Signed in as " + connection.user() + ".");
        }
        return new Step("sign in", false, answer.statusCode() == 200 ? "The user name or the password is wrong."
                : "The sign-in was answered with " + answer.statusCode() + ".");
    }

    private Step askForConference() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(connection.call("preload/?ticket_type=none")).GET().build(),
                HttpResponse.BodyHandlers.ofString());
        boolean json = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        String failure = switch (answer.statusCode()) {
            case 200 -> json ? null : "There is a page at the prefix, but no check-in service.";
            case 401 -> "The server does not keep the sign-in.";
            case 403 -> connection.user() + " may not use the check-in service.";
            case 404 -> "There is no conference at the prefix.";
            default -> "The check-in service answers " + answer.statusCode() + ".";
        };
        if (failure != null) {
            return new Step("conference", false, failure);
        }
        String slug = slug(answer.body());
        return slug.equalsIgnoreCase(conference.slug())
                ? new Step("conference", true, "The server has " + conference.slug() + ".")
                : new Step("conference", false, "The prefix belongs to \"" + slug + "\", not to " + conference.slug()
                        + ".");
    }

    private static String slug(String body) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            return answer.path("conference").asString("");
        } catch (JacksonException malformed) {
            return "";
        }
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().get(connection.server()).stream()
                .filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
