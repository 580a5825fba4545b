package org.lanyard.upstream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The registration server over https, behind a certificate that nobody vouches for. As Django does over https, it refuses
 * a POST whose Referer is not the server's own address.
 */
final class TlsFront implements AutoCloseable {

    private static final char[] STORE = "changeit".toCharArray();
    private static final List<String> ASKED = List.of("Cookie", "Content-Type", "X-CSRFToken", "Accept");
    private static final List<String> ANSWERED = List.of("Set-Cookie", "Content-Type", "Location", "Retry-After");

    // A process of its own makes each: one does for all who do not ask for another.
    private static KeyStore usual;

    private final URI behind;
    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeHead = () -> {};
    private volatile Runnable beforeBody = () -> {};
    private KeyStore keys;
    private HttpsServer https;
    private int port;

    /** A POST that arrived. */
    record Post(String path, String referer) {}

    /** @param folder for the files of its certificates */
    TlsFront(URI behind, Path folder) {
        this.behind = behind;
        this.folder = folder;
        listen(Optional.ofNullable(usual));
        usual = usual == null ? keys : usual;
    }

    /** Again at the same address, once it was listening before. */
    void listenWithNewCertificate() {
        https.stop(0);
        listen(Optional.empty());
    }

    private void listen(Optional<KeyStore> known) {
        try {
            keys = known.isPresent() ? known.get() : certificate();
            https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            https.setHttpsConfigurator(new HttpsConfigurator(context()));
        } catch (IOException | GeneralSecurityException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        port = https.getAddress().getPort();
        https.setExecutor(threads);
        https.createContext("/", this::forward);
        https.start();
    }

    int port() {
        return port;
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + port);
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    /** Done after each redemption there, before its answer goes out, and in the middle of that. */
    void onRedeemed(Runnable head, Runnable body) {
        beforeHead = head;
        beforeBody = body;
    }

    /** SHA-256 of the certificate, as its keeper would read it to somebody. */
    String fingerprint() throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(keys.getCertificate("server").getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    private KeyStore certificate() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = Files.createTempFile(folder, "server", ".p12");
        Files.delete(file);
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair", "-alias", "server", "-keyalg", "EC",
                "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1",
                "-validity", "30", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
                new String(STORE)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        return KeyStore.getInstance(file.toFile(), STORE);
    }

    private SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, STORE);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private void forward(HttpExchange exchange) throws IOException {
        boolean posted = exchange.getRequestMethod().equals("POST");
        String referer = exchange.getRequestHeaders().getFirst("Referer");
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (posted) {
            posts.add(new Post(exchange.getRequestURI().getPath(), referer));
        }
        if (posted && (referer == null || !referer.startsWith(said(exchange) + "/"))) {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        HttpResponse<byte[]> answer = answer(exchange, body);
        boolean redeemed = exchange.getRequestURI().getPath().endsWith("/redeem/");
        if (redeemed) {
            beforeHead.run();
        }
        ANSWERED.forEach(name -> answer.headers().allValues(name)
                .forEach(value -> exchange.getResponseHeaders().add(name, value)));
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        if (redeemed) {
            exchange.getResponseBody().write(answer.body(), 0, 1);
            exchange.getResponseBody().flush();
            beforeBody.run();
        }
        exchange.getResponseBody().write(answer.body(), redeemed ? 1 : 0, answer.body().length - (redeemed ? 1 : 0));
        exchange.close();
    }

    /** Where the client says that it meant to go. */
    private static String said(HttpExchange exchange) {
        return "https://" + exchange.getRequestHeaders().getFirst("Host");
    }

    private HttpResponse<byte[]> answer(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        Headers headers = exchange.getRequestHeaders();
        ASKED.forEach(name -> headers.getOrDefault(name, List.of()).forEach(value -> request.header(name, value)));
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        https.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
