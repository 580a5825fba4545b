package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Hostile;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict.LookAlike;
import org.lanyard.scan.Verdict.UnknownCode;
import org.lanyard.scan.Verdict.WrongConference;
import org.lanyard.scan.Verdict;

/** R1 to R3 and R6 against a roster: whom a payload names, and that it is never a guess. */
@Execution(ExecutionMode.CONCURRENT)
class LookupTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Attendees with a paid ticket, each named after their code. */
    private static String roster(Stream<String> codes) {
        List<String> lines = new ArrayList<>(List.of("access_code,name,ticket_type,order_reference"));
        codes.forEach(code -> lines.add("\"" + code + "\",\"Who " + code + "\",Individual,\"O-" + code + "\""));
        return String.join("\n", lines);
    }

    private void attendees(String... codes) {
        rig.imported(ImportOptions.of(Format.CSV, "conf"), roster(Stream.of(codes)));
    }

    private void elsewhere(String name, String... codes) {
        rig.imported(new ImportOptions("other", name, null, Format.CSV, Map.of(), false, false, false, false),
                roster(Stream.of(codes)));
    }

    /** The code of whoever the payload names; fails where it names nobody. */
    private String named(String payload) {
        assertThat(rig.checkIn(payload)).isInstanceOfAny(Verdict.CheckedIn.class, Verdict.ReEntry.class);
        return rig.checkIn(payload).about().orElseThrow().accessCode();
    }

    private Verdict seenBy(Source source, String payload) {
        Scan scan = rig.scan(payload);
        return rig.station().gate().decide(rig.post(CHECK_IN), new Scan(scan.id(), payload, source, scan.at())).join()
                .verdict();
    }

    @Test
    void R1_aCodeIsTakenAsItStandsBeforeItIsFolded() {
        attendees("abc1", "ABC1");
        assertThat(named("abc1")).isEqualTo("abc1");
        assertThat(named("ABC1")).isEqualTo("ABC1");
    }

    @Test
    void R1_foldingNeverPicksBetweenTwo() {
        attendees("abc1", "ABC1");
        assertThat(rig.checkIn("Abc1")).isEqualTo(new UnknownCode("Abc1", null));
    }

    /** Case 12. */
    @Test
    void R1_aCodeInAnotherCaseIsTakenWhereItFitsOne() {
        attendees("ADA1", "bob1", "BOB2");
        assertThat(named("ada1")).isEqualTo("ADA1");
        assertThat(named("BOB1")).isEqualTo("bob1");
        assertThat(named("conf:aDa1")).isEqualTo("ADA1");
    }

    @Test
    void R1_onlyAsciiIsFolded() {
        attendees("É1", "STRASSE1");
        assertThat(named("É1")).isEqualTo("É1");
        assertThat(rig.checkIn("é1")).isEqualTo(new UnknownCode("é1", null));
        assertThat(rig.checkIn("straße1")).isEqualTo(new UnknownCode("straße1", null));
    }

    @Test
    void R1_aCodeOfAnotherConferenceIsNamedAsSuch() {
        attendees("ADA1");
        elsewhere("EuroPython", "OTH1");
        assertThat(rig.checkIn("OTH1")).isEqualTo(new WrongConference("EuroPython"));
        assertThat(rig.checkIn("oth1")).isEqualTo(new WrongConference("EuroPython"));
    }

    @Test
    void R1_aCodeThatSomebodyElsewhereHasExactlyIsNotFoldedIntoOneHere() {
        attendees("ABC1");
        elsewhere("EuroPython", "abc1");
        assertThat(rig.checkIn("abc1")).isEqualTo(new WrongConference("EuroPython"));
    }

    @Test
    void R1_theOtherCaseIsFoundHoweverManyLookAlike() {
        attendees(Stream.iterate(127, i -> i >= 0, i -> i - 1).map(LookupTest::ofZeroesAndOhs).toArray(String[]::new));
        assertThat(seenBy(Source.CAMERA, "ooooooo").about().orElseThrow()).extracting(Attendee::accessCode)
                .isEqualTo("OOOOOOO");
    }

    private static String ofZeroesAndOhs(int bits) {
        return Integer.toBinaryString(bits | 128).substring(1).replace('0', 'O').replace('1', '0');
    }

    @Test
    void R2_aBadgesSlugIsComparedWithoutCase() {
        attendees("ADA1");
        assertThat(named("CONF:ADA1")).isEqualTo("ADA1");
    }

    @Test
    void R2_anotherSlugIsNamed() {
        attendees("ADA1");
        elsewhere("EuroPython", "OTH1");
        assertThat(rig.checkIn("OTHER:ADA1")).isEqualTo(new WrongConference("EuroPython"));
        assertThat(rig.checkIn("pycon-2019:ADA1")).isEqualTo(new WrongConference("pycon-2019"));
        assertThat(rig.checkIn("https://badge.example/other:ADA1")).isEqualTo(new WrongConference("EuroPython"));
    }

    @Test
    void R3_theWholePayloadIsACodeFirst() {
        attendees("other:ADA1", "http://x/BOB1", "ADA1", "BOB1");
        assertThat(named("other:ADA1")).isEqualTo("other:ADA1");
        assertThat(named("http://x/BOB1")).isEqualTo("http://x/BOB1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://badge.example/?code=ADA1", "https://badge.example/p/conf%3Aada1/",
            "]Q1conf:ADA1\r\n", "\uFEFFADA1"})
    void R3_aUrlGoesThroughR1AndR2(String payload) {
        attendees("ADA1");
        assertThat(named(payload)).isEqualTo("ADA1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOBODY", "conf:NOBODY", "https://badge.example/NOBODY",
            "https://badge.example/?c=conf:NOBODY"})
    void R3_anythingElseIsUnknown(String payload) {
        attendees("ADA1");
        assertThat(rig.checkIn(payload)).isEqualTo(new UnknownCode("NOBODY", null));
    }

    /** Case 12: an answer to everything, and the roster is as it was. */
    @Test
    void R5_aThousandHostilePayloadsAreAnsweredAndNothingElse() {
        attendees("ZED9");
        Random random = new Random(2027);
        Post post = rig.post(CHECK_IN);
        List<CompletableFuture<Decision>> decided = Stream.generate(() -> Hostile.payload(random)).limit(1000)
                .map(payload -> rig.station().gate().decide(post, rig.scan(payload))).toList();
        assertThat(decided)
                .allSatisfy(decision -> assertThat(decision.join().verdict().kind()).isEqualTo(Verdict.Kind.STOP));
        assertThat(named("ZED9")).isEqualTo("ZED9");
    }

    @ParameterizedTest
    @CsvSource({"A0Z9,AOZ9", "AOZ9,A0Z9", "A1Z9,AIZ9", "aiz9,A1Z9", "A5Z9,ASZ9", "8Z9,BZ9", "BZ9,8Z9",
            "conf:A0Z9,AOZ9"})
    void R6_aLookAlikeIsOfferedWithTheNameAndNeverTaken(String typed, String real) {
        attendees(real, "QQQQ");
        String code = typed.substring(typed.indexOf(':') + 1);
        Decision decision = rig.decide(CHECK_IN, typed);
        assertThat(decision.verdict()).isEqualTo(new UnknownCode(code, new LookAlike(real, "Who " + real)));
        assertThat(decision.count()).isEmpty();
        assertThat(rig.checkIn(real)).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R6_ofTwoLookAlikesNoneIsOffered() {
        attendees("BOB1", "B0B1");
        assertThat(rig.checkIn("8OB1")).isEqualTo(new UnknownCode("8OB1", null));
    }

    @Test
    void R6_aLookAlikeOfAnotherConferenceIsNotOffered() {
        attendees("ADA1");
        elsewhere("EuroPython", "OTH1");
        assertThat(rig.checkIn("0TH1")).isEqualTo(new UnknownCode("0TH1", null));
    }

    /** Case 16. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"confMQ\"Kç?éX&", "Q\"Kç?éX&", "|q3k9,2x1|", "conf:a3k9m2x1", "confÖA3K9M2X1",
            "httpsÖ--badge.example-A3K9M2X1"})
    void R6_aWandWithTheWrongLayoutIsUnderstood(String written) {
        attendees("A3K9M2X1", "BOB1");
        assertThat(named(written)).isEqualTo("A3K9M2X1");
    }

    @Test
    void R6_betweenTwoLayoutsNobodyGuesses() {
        attendees("AW", "QY");
        assertThat(rig.checkIn("QZ")).isEqualTo(new UnknownCode("QZ", null));
    }

    @Test
    void R6_aCodeThatIsThereIsNotTakenForAGarbledOne() {
        attendees("AW", "QZ");
        assertThat(named("QZ")).isEqualTo("QZ");
    }

    @Test
    void R6_aCodeOnlyAnotherConferenceHasIsNotUndone() {
        attendees("AW");
        elsewhere("EuroPython", "QZ");
        assertThat(rig.checkIn("QZ")).isEqualTo(new WrongConference("EuroPython"));
    }

    @Test
    void R6_aCameraHasNoKeyboardLayout() {
        attendees("AW");
        assertThat(seenBy(Source.CAMERA, "QZ")).isEqualTo(new UnknownCode("QZ", null));
        assertThat(seenBy(Source.WAND, "QZ").about().orElseThrow()).extracting(Attendee::accessCode).isEqualTo("AW");
    }

    /** Case 64: a scheme or a vCard's key is no other conference. */
    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:ADA1", "mailto:ada@example.org", "tel:+491234", "TEL:5551234",
            "FN:Ada", "N:Lovelace;Ada", "EMAIL:ada@example.org", "WIFI:S", "geo:52.5", "data:text/html,x", "sms:123",
            "urn:isbn", "BEGIN:VCARD", "VERSION:3.0", "otpauth:x", "ms-settings:x", "market:x", "ORG:Engines"})
    void R2_aSchemeOrAKeyOfAVCardIsUnknownAndNoOtherConference(String payload) {
        rig.csv("access_code,name", "ADA1,Ada");
        assertThat(rig.checkIn(payload)).isEqualTo(new Verdict.UnknownCode(payload, null));
    }

    @Test
    void R2_aConferenceMayBeCalledLikeAScheme() {
        rig.imported(ImportOptions.of(Format.CSV, "data"), "access_code,name\nDATA1,Dee");
        org.lanyard.scan.Conference data = rig.station().roster().conference("data");
        assertThat(rig.station().roster().find(data, Reading.of("data:DATA1"))).isPresent();
    }
}
