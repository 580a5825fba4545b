package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.Rig;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Verdict;

/** Rosters that have slipped, and codes that are somebody else's. */
@Execution(ExecutionMode.CONCURRENT)
class GuardsTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference";
    private static final String[] PEOPLE = {"Ada Lovelace", "Grace Hopper", "Zoë Ångström", "Jürgen Großmann",
            "Ana Fernández", "Bob Ray"};

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv(roster(0));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String[] roster(int slipped) {
        String[] lines = new String[PEOPLE.length + 1];
        lines[0] = HEADER;
        for (int i = 0; i < PEOPLE.length; i++) {
            lines[i + 1] = "A" + i + "," + PEOPLE[(i + slipped) % PEOPLE.length] + ",Individual,O" + i;
        }
        return lines;
    }

    private Optional<String> found(String payload) {
        return rig.station().roster().find(rig.conference(), Reading.of(payload)).map(Person::name);
    }

    @Test
    void aRosterShiftedByOneRowIsRefused() {
        assertThatThrownBy(() -> rig.csv(roster(1))).isInstanceOf(NotPossible.class)
                .hasMessageContaining("A0: Ada Lovelace → Grace Hopper");
        assertThat(found("A0")).contains("Ada Lovelace");
    }

    @Test
    void somebodyCheckedInDoesNotBecomeSomebodyElse() {
        rig.checkIn("A2");
        String[] lines = roster(0);
        lines[3] = "A2,Mallory Stranger,Individual,O2";
        assertThatThrownBy(() -> rig.csv(lines)).isInstanceOf(NotPossible.class).hasMessageContaining("Mallory");
        assertThat(found("A2")).contains("Zoë Ångström");
    }

    @Test
    void oneWhoIsNotInYetMay() {
        String[] lines = roster(0);
        lines[3] = "A2,Mallory Stranger,Individual,O2";
        rig.csv(lines);
        assertThat(found("A2")).contains("Mallory Stranger");
    }

    @ParameterizedTest
    @CsvSource({"Ada Lovelace,Lovelace Ada,false", "Ada Lovelace,Ada King,false", "Zoë Ångström,ZOE ANGSTROM,false",
            "Jürgen Großmann,Jurgen,false", "Fernandez,Fernandes,false", "Hopper,Hoper,false", "Ada,Bob,true",
            "Ada Lovelace,Grace Hopper,true", "Ann,Ana,true", "'',Ada,false"})
    void namesAreUnlikeWithoutAWordInCommon(String one, String other, boolean unlike) {
        assertThat(NameGuard.unlike(one, other)).isEqualTo(unlike);
    }

    private StatedRoster.Builder withCode(String person, String... codes) {
        StatedRoster.Builder stated = StatedRoster.builder().conference("conf");
        return stated.put(new StatedPerson(person, PersonDetails.NONE).withFurtherCodes(List.of(codes)));
    }

    private ImportReport partial(StatedRoster.Builder stated) {
        return rig.station().roster().apply(stated.build(),
                new ImportOptions("conf", null, null, ImportOptions.Format.CSV, Map.of(), true, false, false, false));
    }

    @Test
    void R35_aFurtherCodeOpensAsTheFirst() {
        partial(withCode("A1", "WRIST-1"));
        assertThat(rig.checkIn("WRIST-1")).isInstanceOfSatisfying(Verdict.CheckedIn.class,
                verdict -> assertThat(verdict.attendee().name()).isEqualTo("Grace Hopper"));
        assertThat(found("wrist-1")).contains("Grace Hopper");
        assertThat(rig.station().roster().search(rig.conference(), "wrist-1", 5)).extracting(Person::name)
                .containsExactly("Grace Hopper");
    }

    @Test
    void R35_aCodeOfSomebodyElseIsLeftOutAndSaid() {
        assertThat(partial(withCode("A1", "A2", "O3")).warnings()).hasSize(2);
        assertThat(found("A2")).contains("Zoë Ångström");
    }

    @Test
    void R35_aRowWhoseCodeIsLinkedToAnotherPersonCannotBeUsed() {
        partial(withCode("A1", "NEW9"));
        ImportReport report = partial(withCode("NEW9"));
        assertThat(report.applied()).isFalse();
        assertThat(report.unusable()).singleElement().satisfies(row -> assertThat(row.reason().toString())
                .contains("Grace Hopper"));
    }

    @ParameterizedTest
    @CsvSource({"https://tickets.example/e/A3?token=zz,Jürgen Großmann", "https://x.example/?ticket=A3&x=1,Jürgen Großmann",
            "A3/Individual,Jürgen Großmann", "'{\"id\":7,\"ticket\":\"A3\"}',Jürgen Großmann", "Ａ３,Jürgen Großmann",
            "A\u200B3,Jürgen Großmann", "A٣,Jürgen Großmann"})
    void R3_aPayloadMayCarryTheCodeElsewhere(String payload, String name) {
        assertThat(found(payload)).contains(name);
    }

    @Test
    void R3_twoPeopleInOnePayloadAreNobody() {
        assertThat(found("https://x.example/A3/zz?x=A5")).isEmpty();
        assertThat(found("{\"a\":\"A3\",\"b\":\"A4\"}")).isEmpty();
    }

    @Test
    void anExactCodeOrReferenceIsFoundFirst() {
        rig.csv(HEADER, "REF-30,Ada,Individual,FREF-3", "B2,Bob,Individual,REF-3", "B3,Cyd,Individual,FREF-30",
                "A0,,,", "A1,,,", "A2,,,", "A3,,,", "A4,,,", "A5,,,");
        assertThat(rig.station().roster().search(rig.conference(), "ref-3", 2)).extracting(Person::name)
                .startsWith("Bob");
    }

    @ParameterizedTest
    @CsvSource({"Dr. Grace Hopper,A1", "grace brewster hopper,A1", "Bobby Ray,A5", "prof hopper,A1"})
    void titlesMiddleNamesAndLongerFormsAreFound(String text, String code) {
        assertThat(rig.station().roster().search(rig.conference(), text, 5)).extracting(Person::accessCode).contains(code);
    }
}
