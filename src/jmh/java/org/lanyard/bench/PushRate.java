package org.lanyard.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.LocalServer;
import org.lanyard.upstream.ServedFault;
import org.lanyard.upstream.ServedHold;
import org.lanyard.upstream.ServedLine;
import org.lanyard.upstream.ServedOrder;

/**
 * Records are pushed to a server that takes 10 ms an answer, as the real one does on SQLite, beside a bare loop of the
 * same requests, in turn.
 */
final class PushRate {

    private static final Duration ANSWER = Duration.ofMillis(10);
    private static final int PEOPLE = 100;
    private static final int ROUNDS = 5;

    private final LocalServer server = LocalServer.open().staff("desk", "secret");
    private final List<Double> pushed = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();

    private PushRate() {}

    static void measure(Table table) throws IOException {
        PushRate rate = new PushRate();
        var served = rate.server.conference("sample");
        for (int i = 0; i < PEOPLE; i++) {
            served.attendee(code(i), "Guest " + i, served.order(ServedOrder.Status.PAID,
                    ServedLine.ticket(10_000 + i, "Individual", "individual"),
                    ServedLine.addOn(20_000 + i, "Lunch", "lunch", 1_000)));
        }
        try (Station station = Stations.open(Stations.folder("push"))) {
            Conference conference = station.roster().conferenceOrNew("sample");
            station.upstream().set(conference, Connection.of(rate.server.address().toString(), served.prefix(), null,
                    "desk"), false);
            station.upstream().password(conference, "secret".toCharArray());
            station.upstream().pull(conference, false, _ -> {});
            rate.server.faults().randomly(1, 1, new ServedFault.Slow(ServedHold.lasting(ANSWER)));
            for (int i = 0; i <= ROUNDS; i++) {
                rate.round(station, conference, i > 0);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            rate.server.close();
        }
        double share = median(rate.pushed) / median(rate.bare);
        table.group("push of " + 2 * PEOPLE + " records, " + ANSWER.toMillis() + " ms an answer")
                .info("records a second", median(rate.pushed), "/s")
                .info("bare loop of the same requests", median(rate.bare), "/s")
                .reachAtLeast("share of the bare loop", share, "", 0.8);
    }

    private static String code(int person) {
        return "PUSH%04d".formatted(person);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    private void round(Station station, Conference conference, boolean counts) throws IOException, InterruptedException {
        Mode lunch = new Mode.Redeem(station.roster().product(conference, "lunch", null));
        for (int i = 0; i < PEOPLE; i++) {
            for (Mode mode : List.of(new Mode.CheckIn(), lunch)) {
                station.gate().decide(new Post(conference, station.venue().station("Desk"), "Desk", null, mode),
                        new Scan(station.ids().get(), code(i), Source.LINE, station.clock().instant())).join();
            }
        }
        long start = System.nanoTime();
        station.upstream().push(conference);
        double push = 2e9 * PEOPLE / (System.nanoTime() - start);
        start = System.nanoTime();
        bareLoop();
        double loop = 2e9 * PEOPLE / (System.nanoTime() - start);
        if (counts) {
            pushed.add(push);
            bare.add(loop);
        }
    }

    private void bareLoop() throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies)
                .build()) {
            String token = signIn(client, cookies);
            for (int i : IntStream.range(0, PEOPLE).toArray()) {
                post(client, "scan/", "{\"access_code\": \"" + code(i) + "\", \"station\": \"Desk\"}", token);
                client.send(request("lookup/" + code(i) + "/").build(), BodyHandlers.ofString());
                post(client, "redeem/", "{\"access_code\": \"" + code(i) + "\", \"line_item_id\": " + (20_000 + i) + "}",
                        token);
            }
        }
    }

    private String signIn(HttpClient client, CookieManager cookies) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(server.address().resolve(server.signInPath())).build(), BodyHandlers.ofString());
        client.send(HttpRequest.newBuilder(server.address().resolve(server.signInPath()))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(
                        "username=desk&password=secret&csrfmiddlewaretoken=" + token(cookies)))
                .build(),
                BodyHandlers.ofString());
        return token(cookies);
    }

    private String token(CookieManager cookies) {
        return cookies.getCookieStore().get(server.address()).stream().filter(one -> one.getName().equals("csrftoken"))
                .findFirst().orElseThrow().getValue();
    }

    private HttpRequest.Builder request(String call) {
        return HttpRequest.newBuilder(server.address().resolve("/sample/register/checkin/" + call));
    }

    private void post(HttpClient client, String call, String json, String token) throws IOException,
            InterruptedException {
        client.send(request(call).header("Content-Type", "application/json").header("X-CSRFToken", token)
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }
}
