package org.lanyard.upstream.django;

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
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.Patience;
import org.lanyard.upstream.StallGuard;
import org.lanyard.upstream.Trouble;
import org.lanyard.upstream.Trouble.FaultKind;
import org.lanyard.upstream.Trust;
import tools.jackson.databind.node.MissingNode;

/**
 * One user's sign-in at one server: its cookies and its token. Signs in when needed, and once more where the server has
 * forgotten. Any number of threads may ask at once.
 */
final class DjangoSession implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1 << 22;
    // A dozen times the roster of 20,000.
    private static final long LONGEST_DOWNLOAD = 1L << 27;

    private final Connection connection;
    private final Supplier<Optional<char[]>> password;
    private final Patience patience;
    private final CheckInAnswers answers;
    private final CookieManager cookies = new CookieManager();
    private final Trust trust;
    private final HttpClient client;
    private final Object signingIn = new Object();
    private volatile int signIns;

    DjangoSession(Connection connection, Supplier<Optional<char[]>> password, Patience patience, InstantSource clock) {
        this.connection = connection;
        this.password = password;
        this.patience = patience;
        this.answers = new CheckInAnswers(clock);
        this.trust = Trust.of(connection.certificate());
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies)
                .connectTimeout(patience.connect()).sslContext(trust.context()).build();
    }

    String user() {
        return connection.user();
    }

    Optional<String> refusedCertificate() {
        return trust.refused();
    }

    /** A POST is never sent twice, unless the server said that it did nothing. */
    Reply ask(Question question) {
        return signedIn(() -> exchange(question));
    }

    sealed interface Download {

        record Open(InputStream body) implements Download {}

        record Failed(Trouble trouble) implements Download {}
    }

    /** Asks for the roster. The body must be closed; reading it fails with an IOException when the server stalls. */
    Download download(String path) {
        CompletableFuture<InputStream> open = new CompletableFuture<>();
        Reply reply = signedIn(() -> open(path, open));
        return switch (reply) {
            case Reply.Said _,Reply.Refused _ -> new Download.Open(open.join());
            case Reply.NotDone(Trouble trouble) -> new Download.Failed(trouble);
            case Reply.Lost(Trouble trouble) -> new Download.Failed(trouble);
        };
    }

    private Reply open(String path, CompletableFuture<InputStream> open) {
        try {
            HttpResponse<InputStream> answer = send(request(address(path)).GET().build(),
                    BodyHandlers.limiting(BodyHandlers.ofInputStream(), LONGEST_DOWNLOAD));
            if (answer.statusCode() == 200 && CheckInAnswers.isJson(answer.headers())) {
                open.complete(new StallGuard(answer.body(), patience.answer()));
                return new Reply.Said(MissingNode.getInstance());
            }
            try (InputStream body = answer.body()) {
                return answers.read(answer.statusCode(), answer.headers(), body.readNBytes(LONGEST_ANSWER),
                        Question.conference());
            }
        } catch (IOException failure) {
            return new Reply.NotDone(unreachable(failure));
        }
    }

    // Signs in where that has not been done, then asks; where the sign-in has ended since, once more.
    private Reply signedIn(Supplier<Reply> call) {
        int before = signIns;
        boolean fresh = cookie("sessionid").isEmpty();
        Optional<Trouble> refused = fresh ? signInSince(before) : Optional.empty();
        if (refused.isPresent()) {
            return new Reply.NotDone(refused.get());
        }
        int with = signIns;
        Reply reply = call.get();
        boolean forgotten = reply instanceof Reply.NotDone(Trouble trouble) && trouble.kind() == FaultKind.SESSION;
        if (fresh && with == signIns || !forgotten) {
            return reply;
        }
        refused = signInSince(with);
        return refused.isPresent() ? new Reply.NotDone(refused.get()) : call.get();
    }

    // Signs in, unless another thread has done so since.
    private Optional<Trouble> signInSince(int known) {
        synchronized (signingIn) {
            return signIns == known || cookie("sessionid").isEmpty() ? signIn() : Optional.empty();
        }
    }

    Optional<Trouble> signIn() {
        Optional<char[]> word = password.get();
        if (word.isEmpty()) {
            return Optional.of(Trouble.of(FaultKind.SIGN_IN, "server.no-password", connection.user()));
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
            return notSignedIn(answer);
        } catch (IOException failure) {
            return Optional.of(unreachable(failure));
        }
    }

    private Optional<Trouble> notSignedIn(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 302 && cookie("sessionid").isPresent()) {
            signIns++;
            return Optional.empty();
        }
        if (status == 200) {
            return Optional.of(isSignInPage(answer) ? Trouble.of(FaultKind.SIGN_IN, "server.wrong-password")
                    : Trouble.of(FaultKind.MISDIRECTED, "server.portal"));
        }
        return Optional.of(answers.trouble(status, status == 403 && says(answer, "CSRF"), false, answer.headers()));
    }

    // The server shows its form again when it did not accept the password; no other page has its token.
    private static boolean isSignInPage(HttpResponse<byte[]> answer) {
        return says(answer, "csrfmiddlewaretoken");
    }

    private static boolean says(HttpResponse<byte[]> page, String words) {
        return new String(page.body(), StandardCharsets.UTF_8).contains(words);
    }

    Optional<Trouble> openSignInPage() {
        cookies.getCookieStore().removeAll();
        try {
            HttpResponse<byte[]> page = send(request(connection.signInPage()).GET().build(), limited());
            int status = page.statusCode();
            if (status == 200) {
                return cookie("csrftoken").isPresent() ? Optional.empty()
                        : Optional.of(Trouble.of(FaultKind.MISDIRECTED, "server.no-sign-in"));
            }
            return Optional.of(status == 404 ? Trouble.of(FaultKind.MISDIRECTED, "server.no-page")
                    : answers.trouble(status, false, CheckInAnswers.isJson(page.headers()), page.headers()));
        } catch (IOException failure) {
            return Optional.of(unreachable(failure));
        }
    }

    private Reply exchange(Question question) {
        HttpRequest request = question.post().map(json -> posted(address(question.path()), "application/json")
                .POST(BodyPublishers.ofString(json))).orElseGet(() -> request(address(question.path())).GET()).build();
        try {
            HttpResponse<byte[]> answer = send(request, limited());
            return answers.read(answer.statusCode(), answer.headers(), answer.body(), question);
        } catch (ConnectException | HttpConnectTimeoutException neverLeft) {
            return new Reply.NotDone(unreachable(neverLeft));
        } catch (IOException cutOff) {
            boolean left = question.changesSomething() && !(cutOff instanceof SSLException);
            return left ? new Reply.Lost(unreachable(cutOff)) : new Reply.NotDone(unreachable(cutOff));
        }
    }

    // The request's own timeout ends with the headers; this one ends with the body.
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
        if (failure instanceof SSLException && trust.refused().isPresent()) {
            return Trouble.of(FaultKind.SIGN_IN, "server.certificate");
        }
        if (failure.getCause() instanceof TimeoutException) {
            return Trouble.of(FaultKind.AWAY, "server.late");
        }
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
                ? Trouble.of(FaultKind.AWAY, "server.away")
                : Trouble.of(FaultKind.CUT, "server.cut");
    }

    private static HttpResponse.BodyHandler<byte[]> limited() {
        return BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
    }

    private URI address(String path) {
        return connection.call(path);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "application/json, text/html;q=0.5");
    }

    // Over https the server compares the Referer with its own address.
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
