package org.lanyard.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.lanyard.Rig;

/**
 * django-program's check-in API as it was measured, over real HTTP on this machine, with faults on demand.
 *
 * <p>Everything is decided under one lock, as in the real server's transactions: however many ask at once, nothing is
 * handed out twice. Times are the server's own, and stand still unless the test moves them.
 */
public final class LocalServer implements AutoCloseable {

    private final String signIn;
    private final String mount;
    private final Object transaction = new Object();
    private final AtomicReference<Instant> now = new AtomicReference<>(Rig.NINE);
    private final Map<String, ServedConference> conferences = new HashMap<>();
    private final ServedSignIns signIns = new ServedSignIns(now::get);
    private final ServedCalls calls = new ServedCalls(now::get);
    private final ServedFaults faults = new ServedFaults();
    private final ServedTraffic traffic = new ServedTraffic();
    private ExecutorService threads;
    private HttpServer http;
    private int port;

    private LocalServer(String signIn, String mount) {
        this.signIn = signIn;
        this.mount = mount;
        listen();
    }

    /** With the usual sign-in path, and prefixes such as {@code /conf/register}. */
    public static LocalServer open() {
        return open(Connection.USUAL_SIGN_IN, "register");
    }

    /**
     * @param signIn path of the sign-in page
     * @param mount  what follows the slug in every prefix
     */
    public static LocalServer open(String signIn, String mount) {
        return new LocalServer(signIn, mount);
    }

    private void listen() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        port = http.getAddress().getPort();
        threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /** Cuts every connection; the work of requests under way is done or not, and afterwards nothing works any more. */
    public void stop() {
        http.stop(0);
        threads.shutdownNow();
        threads.close();
    }

    /** After {@link #stop}, on the same port with the same state. */
    public void startAgain(boolean sessionsSurvive) {
        if (!sessionsSurvive) {
            endSessions();
        }
        listen();
    }

    @Override
    public void close() {
        stop();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public String signInPath() {
        return signIn;
    }

    /** The conference of this slug, made when there is none yet. */
    public ServedConference conference(String slug) {
        synchronized (transaction) {
            return conferences.computeIfAbsent(slug, _ -> new ServedConference(slug, mount, transaction));
        }
    }

    /** A user who may check people in; of a known user the password changes. */
    public LocalServer staff(String user, String password) {
        synchronized (transaction) {
            signIns.staff(user, password);
            return this;
        }
    }

    public void permit(String user, boolean permitted) {
        synchronized (transaction) {
            signIns.permit(user, permitted);
        }
    }

    /** An inactive user's sessions count for nothing. */
    public void activate(String user, boolean active) {
        synchronized (transaction) {
            signIns.activate(user, active);
        }
    }

    public void endSessions() {
        synchronized (transaction) {
            signIns.endSessions();
        }
    }

    /** Moves the server's clock. */
    public LocalServer at(Instant instant) {
        now.set(instant);
        return this;
    }

    public ServedFaults faults() {
        return faults;
    }

    /** How often somebody signed in with success. */
    public int signIns() {
        synchronized (transaction) {
            return signIns.signIns();
        }
    }

    /** What nobody but the client may know: every session's name and every token that was ever given. */
    public List<String> secrets() {
        synchronized (transaction) {
            return signIns.secrets();
        }
    }

    /** How often this was asked, whatever became of it. */
    public int requests(ServedCall call) {
        return traffic.requests(call);
    }

    /** How many requests were under way at once at most, of whatever kind. */
    public int mostInFlight() {
        return traffic.mostInFlight();
    }

    /** How many requests about one person were under way at once at most. */
    public int mostOfOnePerson() {
        return traffic.mostOfOnePerson();
    }

    private void handle(HttpExchange exchange) throws IOException {
        ServedRequest request = ServedRequest.of(exchange);
        ServedRoute route = ServedRoute.of(request, signIn, mount);
        ServedFault fault = faults.deal(route.call(), request.path() + request.body());
        ServedTraffic.Visit visit = traffic.enter(route.call(), person(request, route));
        try {
            ServedAnswer answer = answer(request, route, fault);
            deliver(answer, fault, new ServedDelivery(exchange, visit));
        } finally {
            visit.leave();
        }
    }

    private static String person(ServedRequest request, ServedRoute route) {
        if (route.code() != null) {
            return route.code();
        }
        return route.call() == ServedCall.SCAN || route.call() == ServedCall.REDEEM ? ServedCalls.code(request.body()) : "";
    }

    private ServedAnswer answer(ServedRequest request, ServedRoute route, ServedFault fault) throws IOException {
        return switch (fault) {
            case ServedFault.CutBefore _ -> throw new ServedDelivery.Cut();
            case ServedFault.Locked _ -> ServedAnswer.html(500, "OperationalError: database is locked");
            case ServedFault.CsrfFailed _ -> ServedSignIns.csrfFailed();
            case ServedFault.Busy(int status, int seconds) ->
                    ServedAnswer.html(status, "Busy").with("Retry-After", Integer.toString(seconds));
            case ServedFault.Held(ServedHold hold) -> {
                hold(hold);
                yield work(request, route);
            }
            case ServedFault.Foreign(int status, String type, String body, boolean done) -> {
                if (done) {
                    work(request, route);
                }
                yield ServedAnswer.of(status, type, body);
            }
            case ServedFault.NotJson _ -> ServedAnswer.html(200, "Welcome to the venue's Wi-Fi");
            case ServedFault.SessionEnded _ -> {
                endSessions();
                yield work(request, route);
            }
            // @formatter:off
            case ServedFault.None _, ServedFault.AnswerLost _, ServedFault.CutAtByte _, ServedFault.Slow _,
                    ServedFault.PreloadHalf _, ServedFault.Stalled _ -> work(request, route);
            // @formatter:on
        };
    }

    private static void deliver(ServedAnswer answer, ServedFault fault, ServedDelivery delivery) throws IOException {
        switch (fault) {
            case ServedFault.AnswerLost _ -> throw new ServedDelivery.Cut();
            case ServedFault.CutAtByte(int bytes) -> delivery.cutAt(bytes, answer);
            case ServedFault.PreloadHalf(boolean cut) -> delivery.half(answer, cut);
            case ServedFault.Stalled(int bytes, ServedHold hold) -> {
                delivery.stall(bytes, answer);
                hold(hold);
                throw new ServedDelivery.Cut();
            }
            case ServedFault.Slow(ServedHold hold) -> {
                hold(hold);
                delivery.whole(answer);
            }
            default -> delivery.whole(answer);
        }
    }

    private static void hold(ServedHold hold) throws IOException {
        try {
            hold.hold();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the answer was held");
        }
    }

    /** In the order in which Django asks: the path, the forgery check, the user, the conference, the method. */
    private ServedAnswer work(ServedRequest request, ServedRoute route) {
        synchronized (transaction) {
            if (route.call() == ServedCall.ELSEWHERE) {
                return notFound();
            }
            Optional<ServedAnswer> forged = request.isPost() ? signIns.forged(request) : Optional.empty();
            return forged.orElseGet(() -> switch (route.call()) {
                case SIGN_IN_PAGE -> signIns.page(request);
                case SIGN_IN -> signIns.signIn(request);
                default -> signIns.refusal(request).orElseGet(() -> checkIn(request, route));
            });
        }
    }

    private ServedAnswer checkIn(ServedRequest request, ServedRoute route) {
        ServedConference conference = conferences.get(route.slug());
        if (conference == null) {
            return notFound();
        }
        if (!request.method().equals(route.call().isPosted() ? "POST" : "GET")) {
            return ServedAnswer.bare(405);
        }
        return switch (route.call()) {
            case PRELOAD -> calls.preload(conference, request.parameter("ticket_type").strip());
            case LOOKUP -> calls.lookup(conference, route.code());
            case TERMINAL -> conference.hasTerminal() ? calls.terminal(conference, route.code()) : notFound();
            case SCAN -> calls.scan(conference, request.body());
            case REDEEM -> calls.redeem(conference, request.body());
            case SIGN_IN_PAGE, SIGN_IN, ELSEWHERE -> throw new IllegalArgumentException(route.toString());
        };
    }

    private static ServedAnswer notFound() {
        return ServedAnswer.html(404, "Not Found");
    }
}
