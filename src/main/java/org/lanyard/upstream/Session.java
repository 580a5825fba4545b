package org.lanyard.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.lanyard.upstream.Reply.Stopped;
import org.lanyard.upstream.Reply.Trouble;
import org.lanyard.upstream.Reply.Trouble.Kind;

/**
 * One user's sign-in at one server: its cookies and its token. Signs in when needed, and once more where the server has
 * forgotten. For one caller at a time; keeps its connection warm.
 */
final class Session implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1 << 22;
    /** A dozen times the roster of 20,000. */
    private static final long LONGEST_DOWNLOAD = 1L << 27;

    private final Connection connection;
    private final Supplier<Optional<char[]>> password;
    private final Patience patience;
    private final Answers answers;
    private final CookieManager cookies = new CookieManager();
    private final Trust trust;
    private final HttpClient client;

    /** @param password asked for at each sign-in; empty where nobody has given one */
    Session(Connection connection, Supplier<Optional<char[]>> password, Patience patience, InstantSource clock) {
        this.connection = connection;
        this.password = password;
        this.patience = patience;
        this.answers = new Answers(clock);
        this.trust = Trust.of(connection.certificate());
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies)
                .connectTimeout(patience.connect()).sslContext(trust.context()).build();
    }

    Connection connection() {
        return connection;
    }

    /** The fingerprint of a certificate that was not trusted; null where none was. */
    String refusedCertificate() {
        return trust.refused();
    }

    /** Asks, without changing anything there. */
    Reply get(String call) {
        return signedIn(() -> exchange(request(connection.call(call)).GET().build(), false));
    }

    /** Asks for something to be done; never sent twice but where the server said that it did nothing. */
    Reply post(String call, String json) {
        return signedIn(() -> exchange(posted(connection.call(call), "application/json").POST(BodyPublishers.ofString(json))
                .build(), true));
    }

    /** A long answer, still to be read. */
    sealed interface Download {

        record Open(InputStream body) implements Download {}

        record Failed(Trouble trouble) implements Download {}
    }

    /** Asks for something long. The body must be closed; it fails with an IOException when the server stalls. */
    Download download(String call) {
        Download[] open = new Download[1];
        Reply reply = signedIn(() -> {
            try {
                HttpResponse<InputStream> answer = send(request(connection.call(call)).GET().build(),
                        BodyHandlers.limiting(BodyHandlers.ofInputStream(), LONGEST_DOWNLOAD));
                if (answer.statusCode() == 200 && Answers.isJson(answer.headers())) {
                    open[0] = new Download.Open(new StallGuard(answer.body(), patience.answer()));
                    return new Reply.Accepted(null);
                }
                answer.body().close();
                return new Stopped(answers.trouble(answer.statusCode(), Answers.isJson(answer.headers()), answer.headers()));
            } catch (IOException failure) {
                return new Stopped(unreachable(failure));
            }
        });
        return open[0] != null ? open[0] : new Download.Failed(((Stopped) reply).trouble());
    }

    /** Signs in where that has not been done, then asks; where the sign-in has ended since, once more. */
    private Reply signedIn(Supplier<Reply> call) {
        boolean fresh = cookie("sessionid").isEmpty();
        Optional<Trouble> refused = fresh ? signIn() : Optional.empty();
        if (refused.isPresent()) {
            return new Stopped(refused.get());
        }
        Reply reply = call.get();
        if (fresh || !(reply instanceof Stopped(Trouble trouble)) || trouble.kind() != Kind.SESSION) {
            return reply;
        }
        refused = signIn();
        return refused.isPresent() ? new Stopped(refused.get()) : call.get();
    }

    /** Empty once signed in. */
    Optional<Trouble> signIn() {
        Optional<char[]> word = password.get();
        if (word.isEmpty()) {
            return Optional.of(Trouble.of(Kind.SIGN_IN, "server.no-password", connection.user()));
        }
        Optional<Trouble> unreached = openSignInPage();
        if (unreached.isPresent()) {
            return unreached;
        }
        String form = "username=" + encoded(connection.user()) + "&password=" + encoded(new String(word.get()))
                + "&csrfmiddlewaretoken=" + encoded(token()) + "&next=%2F";
        try {
            HttpResponse<byte[]> answer = send(posted(connection.signInPage(), "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)).build(), limited());
            if (answer.statusCode() == 302 && cookie("sessionid").isPresent()) {
                return Optional.empty();
            }
            return Optional.of(answer.statusCode() == 200
                    ? Trouble.of(Kind.SIGN_IN, "server.wrong-password")
                    : answers.trouble(answer.statusCode(), false, answer.headers()));
        } catch (IOException failure) {
            return Optional.of(unreachable(failure));
        }
    }

    /** Empty once the sign-in page has given its token. */
    Optional<Trouble> openSignInPage() {
        cookies.getCookieStore().removeAll();
        try {
            HttpResponse<byte[]> page = send(request(connection.signInPage()).GET().build(), limited());
            if (page.statusCode() >= 400) {
                return Optional.of(page.statusCode() == 404
                        ? Trouble.of(Kind.MISDIRECTED, "server.no-page")
                        : answers.trouble(page.statusCode(), false, page.headers()));
            }
            return cookie("csrftoken").isPresent() ? Optional.empty() : Optional.of(Trouble.of(Kind.MISDIRECTED,
                    "server.no-sign-in"));
        } catch (IOException failure) {
            return Optional.of(unreachable(failure));
        }
    }

    private Reply exchange(HttpRequest request, boolean changes) {
        try {
            return answers.read(send(request, limited()), changes);
        } catch (ConnectException | HttpConnectTimeoutException neverLeft) {
            return new Stopped(unreachable(neverLeft));
        } catch (IOException cutOff) {
            boolean left = changes && !(cutOff instanceof SSLException);
            return left ? new Reply.Lost(unreachable(cutOff)) : new Stopped(unreachable(cutOff));
        }
    }

    /** The request's own timeout ends with the headers; this one ends with the body. */
    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        try {
            return answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("no answer in time", late);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure.getCause());
        }
    }

    private Trouble unreachable(IOException failure) {
        if (failure instanceof SSLException && trust.refused() != null) {
            return Trouble.of(Kind.SIGN_IN, "server.certificate");
        }
        if (failure.getCause() instanceof TimeoutException) {
            return Trouble.of(Kind.AWAY, "server.late");
        }
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
                ? Trouble.of(Kind.AWAY, "server.away")
                : Trouble.of(Kind.CUT, "server.cut");
    }

    private static HttpResponse.BodyHandler<byte[]> limited() {
        return BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "application/json, text/html;q=0.5");
    }

    /** Over https the server compares the Referer with its own address. */
    private HttpRequest.Builder posted(URI address, String type) {
        return request(address).header("Content-Type", type).header("Referer", connection.signInPage().toString())
                .header("X-CSRFToken", token());
    }

    private String token() {
        return cookie("csrftoken").orElse("");
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().get(connection.server()).stream()
                .filter(cookie -> cookie.getName().equals(name) && !cookie.hasExpired())
                .map(HttpCookie::getValue).findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
