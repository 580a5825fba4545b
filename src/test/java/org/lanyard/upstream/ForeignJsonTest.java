package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.upstream.ServedSample.LUNCH;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a gateway says instead of the server, and whether the server did the work or not, nothing is lost or doubled. */
@Execution(ExecutionMode.CONCURRENT)
class ForeignJsonTest {

    private static final String[] BODIES = {"{}", "{\"status\": \"ok\"}", "{\"message\": \"not found\"}",
            "{\"error\": \"gateway\"}", "{\"checkin_id\": null}"};

    static List<ServedFault.Foreign> answers() {
        return java.util.stream.Stream.of(200, 201, 202, 204, 302, 400, 404, 409, 410, 422, 500, 502, 503, 504)
                .flatMap(status -> java.util.stream.Stream.of(BODIES).flatMap(body -> java.util.stream.Stream
                        .of(true, false).map(done -> new ServedFault.Foreign(status, "application/json", body, done))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("answersInGroups")
    void case04_nothingIsConfirmedOrRefusedByWhatIsNotTheServers(List<ServedFault.Foreign> answers, @TempDir Path folder) {
        try (UpstreamRig station = UpstreamRig.pulled(folder)) {
            for (int i = 0; i < answers.size(); i++) {
                String code = "GATE%03d".formatted(i);
                station.sample.conference.attendee(code, code, station.sample.conference.order(ServedOrder.Status.PAID,
                        ServedLine.ticket(1_000 + i, "Individual", "individual"),
                        ServedLine.addOn(2_000 + i, "Lunch", "lunch", 3)));
            }
            station.pull();
            for (int i = 0; i < answers.size(); i++) {
                String code = "GATE%03d".formatted(i);
                station.redeem(code);
                station.checkIn(code);
                station.sample.server.faults().next(1, ServedCall.REDEEM, answers.get(i))
                        .next(1, ServedCall.SCAN, answers.get(i));
                assertThat(station.push()).as(answers.get(i).toString()).extracting(UpstreamStatus::refused,
                        UpstreamStatus::nothingLeft).containsExactly(0, true);
                assertThat(station.sample.conference.redemptions(code, 2_000 + i)).as(answers.get(i).toString()).isOne();
                assertThat(station.sample.conference.checkIns(code)).as(answers.get(i).toString()).hasSize(1);
            }
            assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isZero();
        }
    }

    static List<List<ServedFault.Foreign>> answersInGroups() {
        List<ServedFault.Foreign> all = answers();
        return java.util.stream.IntStream.range(0, 4).mapToObj(group -> java.util.stream.IntStream.range(0, all.size())
                .filter(i -> i % 4 == group).mapToObj(all::get).toList()).toList();
    }
}
