package org.lanyard.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.PreparedStation.StaffChange;
import org.lanyard.venue.PreparedStation.Summary;

/** Case 54: what one station prepares for another, and what no file can do to a station. */
@Execution(ExecutionMode.CONCURRENT)
class PreparationTest {

    private static final String HASH = "$2b$12$" + "a".repeat(53);

    private Rig from;
    private Rig into;

    @BeforeEach
    void open(@TempDir Path one, @TempDir Path other) {
        from = Rig.in(one);
        into = Rig.in(other);
        from.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,individual,O1,lunch:2");
    }

    @AfterEach
    void close() {
        from.close();
        into.close();
    }

    private String written(boolean pins) {
        return from.station().preparation().write(from.conference(),
                from.station().roster().products(from.conference()), pins,
                new PreparedTerms(true, Optional.of(LocalTime.of(3, 0)), Optional.of("EUR")));
    }

    /** With the roster of the other station, as a desk takes it over. */
    private void take(String text) {
        ByteArrayOutputStream roster = new ByteArrayOutputStream();
        from.station().rosterFiles().exportUnused(from.conference(), roster);
        into.json(roster.toString(StandardCharsets.UTF_8));
        PreparedStation file = into.station().preparation().read(text, into.conference());
        into.station().roster().set(into.conference(), null, null, file.redeemPer());
        into.station().preparation().apply(file, into.conference(), into.station().roster().products(into.conference()));
    }

    private Summary summary(String text) {
        return into.station().preparation().summary(read(text), into.conference());
    }

    private PreparedStation read(String text) {
        return into.station().preparation().read(text, into.conference());
    }

    private static String file(String rest) {
        return "{\"lanyard_station\":1," + rest + "}";
    }

    @Test
    void doorsStaffAndSettingsAreThereAndRecordsAreNot() {
        from.station().venue().setCapacity(from.product("lunch"), 40);
        from.station().venue().setCountExits(from.product("lunch"), true);
        from.station().pins().set(new Pins.Owner.Staff(from.station().venue().setRole("Sam", Role.LEAD)), "4711");
        from.station().settings().set(Settings.THEME, Theme.DARK).join();
        from.station().settings().set(Settings.STATION, Optional.of("Desk 1")).join();
        from.station().roster().set(from.conference(), null, null, Conference.RedeemPer.LINE);
        from.checkIn("ADA1");
        take(written(true));
        assertThat(into.station().venue().doors(into.station().roster().products(into.conference()))).singleElement()
                .satisfies(door -> assertThat(door.capacity()).isEqualTo(40),
                        door -> assertThat(door.countExits()).isTrue());
        var sam = into.station().venue().staff("Sam");
        assertThat(sam.role()).isEqualTo(Role.LEAD);
        assertThat(into.station().pins().check(new Pins.Owner.Staff(sam), "4711")).isEqualTo(new Pins.Answer.Right());
        assertThat(into.station().settings().get(Settings.THEME)).isEqualTo(Theme.DARK);
        assertThat(into.station().settings().get(Settings.STATION)).as("each machine's own").isEmpty();
        assertThat(into.conference().redeemPer()).isEqualTo(Conference.RedeemPer.LINE);
        assertThat(into.station().journal().latest(into.conference(), 9)).isEmpty();
        assertThat(into.checkIn("ADA1")).as("nobody has come yet, there").isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void pinsTravelOnlyWhereSomebodySaysSo() {
        from.station().pins().set(new Pins.Owner.Staff(from.station().venue().staff("Sam")), "4711");
        from.station().pins().set(new Pins.Owner.Kiosk(), "4711");
        assertThat(written(false)).contains("Sam").doesNotContain("$2b$", "pin.kiosk");
        assertThat(written(true)).contains("$2b$", "pin.kiosk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"lanyard_station\":2}", "no json", "null", "{\"lanyard_station\":1"})
    void whatNoStationWroteIsRefusedInWords(String text) {
        into.csv("access_code", "ADA1");
        assertThatThrownBy(() -> read(text)).isInstanceOf(NotPossible.class).hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"settings\":{\"upstream.conf.server\":\"http://registration.example\"}",
            "\"settings\":{\"upstream.conf.server\":\"https://a@registration.example\"}",
            "\"settings\":{\"upstream.conf.server\":\"file:///etc/passwd\"}",
            "\"settings\":{\"upstream.conf.prefix\":\"//registration.example/x\"}",
            "\"settings\":{\"upstream.conf.sign-in\":\"//registration.example/x/\"}",
            "\"settings\":{\"upstream.conf.certificate\":\"any\"}", "\"settings\":{\"upstream.conf.user\":\" \"}",
            "\"settings\":{\"volume\":\"400\"}", "\"settings\":{\"volume\":7}", "\"settings\":{\"theme\":\"PINK\"}",
            "\"settings\":{\"sign-in\":\"no\"}", "\"settings\":{\"language\":\"../x\"}",
            "\"settings\":{\"pin.kiosk\":\"x\"}", "\"settings\":{\"pin.kiosk\":\"$2b$31$" + "a\"}", "\"settings\":[]",
            "\"staff\":{}", "\"staff\":[7]", "\"staff\":[{}]", "\"staff\":[{\"name\":\"\",\"role\":\"lead\"}]",
            "\"staff\":[{\"name\":\"Sam\",\"role\":\"boss\"}]", "\"staff\":[{\"name\":\"Sam\"}]",
            "\"staff\":[{\"name\":\"Sam\",\"role\":\"lead\"},{\"name\":\" Sam\",\"role\":\"administrator\"}]",
            "\"staff\":[{\"name\":\"Sam\",\"role\":\"lead\",\"pin_hash\":\"4711\"}]",
            "\"doors\":[{\"kind\":\"window\",\"slug\":\"lunch\"}]", "\"doors\":[{\"kind\":\"addon\",\"slug\":7}]",
            "\"doors\":[{\"kind\":\"addon\",\"slug\":\"lunch\",\"capacity\":-1}]",
            "\"doors\":[{\"kind\":\"addon\",\"slug\":\"lunch\",\"capacity\":1.5}]",
            "\"doors\":[{\"kind\":\"addon\",\"slug\":\"lunch\",\"capacity\":99999999999}]", "\"redeem_per\":\"bus\"",
            "\"redeem_per\":1"})
    void aValueThatTheScreensRefuseIsRefused(String rest) {
        into.csv("access_code", "ADA1");
        assertThatThrownBy(() -> read(file(rest))).isInstanceOf(NotPossible.class)
                .hasMessageStartingWith("The file was not taken over, and nothing was changed: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"station", "mode", "conference", "backup.folder", "set-up", "mirror", "camera", "wand.prefix",
            "pin.kiosk.wrong", "pin.staff.1.wrong", "pin.staff.1", "upstream.conf.contact", "upstream.conf.registration",
            "upstream.other.server", "upstream.conf.quiet-until", "anything"})
    void whatNoFileMaySetIsLeftOutAndSaid(String key) {
        into.csv("access_code", "ADA1");
        String text = file("\"settings\":{\"" + key + "\":\"x\"}");
        assertThat(summary(text).leftOut()).containsExactly(key);
        into.station().preparation().apply(read(text), into.conference(), List.of());
        assertThat(into.station().ledger().<Long>read(db -> db.number("SELECT count(*) FROM setting"))).isZero();
    }

    @Test
    void somebodyAcceptsWhatIsToBeChanged() {
        into.csv("access_code", "ADA1");
        into.station().venue().setRole("Lea", Role.LEAD);
        into.station().venue().setRole("Tom", Role.VOLUNTEER);
        assertThat(summary(file("\"staff\":[{\"name\":\"Sam\",\"role\":\"administrator\",\"pin_hash\":\"" + HASH + "\"},"
                + "{\"name\":\"Lea\",\"role\":\"administrator\"},{\"name\":\"Tom\",\"role\":\"volunteer\"}],"
                + "\"settings\":{\"upstream.conf.server\":\"https://registration.example\",\"theme\":\"DARK\","
                + "\"pin.kiosk\":\"" + HASH + "\"}")))
                .isEqualTo(new Summary(List.of(new StaffChange("Sam", Optional.empty(), Role.ADMINISTRATOR, true),
                        new StaffChange("Lea", Optional.of(Role.LEAD), Role.ADMINISTRATOR, false)),
                        Map.of("upstream.conf.server", "https://registration.example", "theme", "DARK"), true, 0,
                        List.of()));
    }

    /** A server is taken over whole: a certificate that was trusted for another stays behind. */
    @Test
    void nothingOfAFormerServerStays() {
        into.csv("access_code", "ADA1");
        into.station().venue().set("upstream.conf.server", "https://old.example");
        into.station().venue().set("upstream.conf.certificate", "AA:".repeat(31) + "AA");
        into.station().preparation().apply(read(file("\"settings\":{\"upstream.conf.server\":\"https://new.example\"}")),
                into.conference(), List.of());
        assertThat(into.station().venue().setting("upstream.conf.server")).contains("https://new.example");
        assertThat(into.station().venue().setting("upstream.conf.certificate")).isEmpty();
    }

    @Test
    void signInIsAskedForOnlyWhereAnAdministratorCouldSwitchItOff() {
        into.csv("access_code", "ADA1");
        String text = file("\"settings\":{\"sign-in\":\"yes\"},\"staff\":[{\"name\":\"Sam\",\"role\":\"administrator\"}]");
        assertThat(summary(text).leftOut()).containsExactly("sign-in");
        into.station().preparation().apply(read(text), into.conference(), List.of());
        assertThat(into.station().settings().get(Settings.SIGN_IN)).isFalse();
    }

    @Test
    void noFileTakesTheLastAdministratorAway() {
        into.csv("access_code", "ADA1");
        into.station().pins().set(new Pins.Owner.Staff(into.station().venue().setRole("Abe", Role.ADMINISTRATOR)), "471100");
        into.station().settings().set(Settings.SIGN_IN, true).join();
        PreparedStation demoted = read(file("\"staff\":[{\"name\":\"Abe\",\"role\":\"volunteer\"}]"));
        assertThatThrownBy(() -> into.station().preparation().apply(demoted, into.conference(), List.of()))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> into.station().venue().setRole("Abe", Role.LEAD)).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> into.station().pins().set(new Pins.Owner.Staff(into.station().venue().staff("Abe")), null))
                .isInstanceOf(NotPossible.class);
        assertThat(into.station().venue().staff("Abe").role()).isEqualTo(Role.ADMINISTRATOR);
    }

    /** 500 files with a few characters changed are refused in words, or hold valid values only. */
    @Test
    void mutatedFilesAreRefusedOrHarmless() {
        from.station().venue().setCapacity(from.product("lunch"), 40);
        from.station().pins().set(new Pins.Owner.Staff(from.station().venue().setRole("Sam", Role.ADMINISTRATOR)), "4711");
        from.station().settings().set(Settings.SIGN_IN, true).join();
        from.station().venue().set("upstream.conf.server", "https://registration.example");
        into.csv("access_code", "ADA1");
        String whole = written(true);
        Random random = new Random(54);
        for (int i = 0; i < 500; i++) {
            String text = mutated(whole, random);
            try {
                into.station().preparation().apply(read(text), into.conference(), List.of());
            } catch (NotPossible refused) {
                assertThat(refused).as("seed 54, file %d: %s", i, text).hasMessageEndingWith(".");
            } catch (StationFault fault) {
                throw new AssertionError("seed 54, file " + i + ": " + text, fault);
            }
            assertSound(i);
        }
    }

    private static String mutated(String text, Random random) {
        String mutated = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(mutated.length());
            int to = Math.min(mutated.length(), from + random.nextInt(12));
            String[] others = {"", "\"", "null", "{", "]", "administrator", "\u0000", "http://x", "9999999999", "'; --",
                    mutated.substring(from, to).repeat(3)};
            mutated = mutated.substring(0, from) + others[random.nextInt(others.length)] + mutated.substring(to);
        }
        return mutated;
    }

    private void assertSound(int file) {
        List<String> stored = into.station().ledger().read(db -> db.list(row -> row.getString(1) + "=" + row.getString(2),
                "SELECT key, value FROM setting"));
        assertThat(stored).as("file %d", file).allMatch(setting -> setting.matches(
                "sign-in=yes|theme=(LIGHT|DARK)|volume=\\d+|upstream\\.conf\\.server=https://[^@]+|pin\\.kiosk=\\$2b\\$12\\$.{53}"));
        assertThat(into.station().venue().staff()).allMatch(member -> Venue.validName(member.name()));
    }
}
