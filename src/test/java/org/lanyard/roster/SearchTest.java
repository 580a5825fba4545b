package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;

/** Finding a person as somebody types. */
class SearchTest {

    @TempDir static Path folder;
    private static Rig rig;

    @BeforeAll
    static void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,email,company,order_reference",
                "QX7A,Jürgen Großmann,jg@beispiel.example,Bits & Bytes GmbH,ORD-111",
                "QX7B,Łukasz Żółć,lz@przyklad.example,Kraków Labs,ORD-222",
                "QX7C,Søren Ångström,ang@eksempel.example,Northern Lights AB,ORD-333",
                "QX7D,Ana-María Fernández de la Vega,am@ejemplo.example,Café 100%,ORD-444",
                "QX7E,Siân O’Brien,brien@enghraifft.example,snake_case Ltd,ORD-555",
                "QX7F,佐藤 さくら,ss@rei.example,東京データ,ORD-666",
                "QX7G,Ольга Петрова,op@primer.example,Ромашка,ORD-777",
                "QX7H,İpek Çelik,ic@ornek.example,,ORD-888");
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    private static List<String> found(String text) {
        return found(rig, text);
    }

    private static List<String> found(Rig at, String text) {
        return at.station().roster().search(at.conference(), text, 50).stream().map(Person::accessCode).toList();
    }

    @ParameterizedTest
    @CsvSource({"Jürgen,QX7A", "jurgen,QX7A", "JÜRGEN,QX7A", "Grossmann,QX7A", "GROßMANN,QX7A", "lukasz,QX7B",
            "Łukasz,QX7B", "zolc,QX7B", "soren,QX7C", "SØREN,QX7C", "angstrom,QX7C", "maria,QX7D", "fernandez,QX7D",
            "sian,QX7E", "ipek,QX7H", "celik,QX7H", "さくら,QX7F", "佐藤,QX7F", "ольга,QX7G", "ПЕТРОВА,QX7G"})
    void accentsAndCaseDoNotMatter(String text, String code) {
        assertThat(found(text)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"olga,QX7G", "petrova olga,QX7G", "Petrov,QX7G"})
    void cyrillicIsFoundInLatinLetters(String text, String code) {
        assertThat(found(text)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"Νίκος Παπαδόπουλος,nikos", "Νίκος Παπαδόπουλος,papadopoulos", "Шевченко Тарас,shevchenko",
            "Юрій Гагарін,yuriy", "Щербаков,shcherbakov"})
    void namesAreWrittenInLatinLettersToo(String name, String latin) {
        assertThat(org.lanyard.scan.Folding.fold(Romanization.withLatin(name))).contains(latin);
    }

    /** As macOS writes file names, and as some scanners and browsers paste. */
    @Test
    void composedOrDecomposedIsTheSameLetter() {
        assertThat(found("A\u030Angstro\u0308m")).containsExactly("QX7C");
        assertThat(found("Ju\u0308rgen")).containsExactly("QX7A");
    }

    @ParameterizedTest
    @CsvSource({"ürg,QX7A", "ossm,QX7A", "vega fern ana,QX7D", "de la,QX7D", "brien siân,QX7E",
            "  großmann   jürgen ,QX7A", "kas lab,QX7B", "ana-maría,QX7D"})
    void anyPartOfAnyWordInAnyOrderIsEnough(String text, String code) {
        assertThat(found(text)).containsExactly(code);
    }

    @Test
    void everyWordMustBeThere() {
        assertThat(found("jürgen ångström")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rg,QX7A", "łu,QX7B", "佐藤,QX7F"})
    void twoLettersAreEnough(String text, String code) {
        assertThat(found(text)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"kraków,QX7B", "northern lights,QX7C", "jg@beispiel,QX7A", "przyklad.example,QX7B", "qx7c,QX7C",
            "ORD-444,QX7D", "666,QX7F", "データ,QX7F", "lights søren 333,QX7C"})
    void companyEMailCodeAndOrderReferenceAreSearchedToo(String text, String code) {
        assertThat(found(text)).startsWith(code);
    }

    @Test
    void percentAndUnderscoreAreLetters() {
        assertThat(found("%")).containsExactly("QX7D");
        assertThat(found("100%")).containsExactly("QX7D");
        assertThat(found("_")).containsExactly("QX7E");
        assertThat(found("e_c")).containsExactly("QX7E");
        assertThat(found("%_%")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "' OR 1=1 --", "\"", "*", "\\", "[a-z]+", ".*", "NEAR(a b)", "\u0000", "\n"})
    void whatMeansSomethingElsewhereMeansNothingHere(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"grosman,QX7A", "grossmannn,QX7A", "grosmsann,QX7A", "lukasy,QX7B", "luaksz,QX7B", "angstorm,QX7C",
            "fernendez,QX7D", "jurgen grosmann,QX7A"})
    void oneTypoIsForgiven(String text, String code) {
        assertThat(found(text)).contains(code);
    }

    @Test
    void twoTyposAreNot() {
        assertThat(found("grxssmxnn")).isEmpty();
    }

    @Test
    void whoIsSpeltRightComesBeforeWhoIsNearlySo(@TempDir Path another) {
        try (Rig own = Rig.in(another)) {
            own.csv("access_code,name", "QX7A,Anna Meier", "QX7B,Anna Meyer", "QX7C,Anne Weier", "QX7D,Bea");
            assertThat(found(own, "meyer")).startsWith("QX7B").contains("QX7A");
        }
    }

    @Test
    void whoseNameBeginsSoComesFirst(@TempDir Path another) {
        try (Rig own = Rig.in(another)) {
            own.csv("access_code,name,company", "QX7A,Joanna Ann,", "QX7B,Ann Zed,", "QX7C,Bob,Ann & Sons",
                    "QX7D,Hannah,");
            assertThat(found(own, "ann")).containsExactlyInAnyOrder("QX7A", "QX7B", "QX7C", "QX7D")
                    .endsWith("QX7D", "QX7C");
        }
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(found("")).isEmpty();
        assertThat(found("   ")).isEmpty();
        assertThat(found("zzzz")).isEmpty();
    }

    @Test
    void atMostAsManyAsAskedForAreFound() {
        assertThat(rig.station().roster().search(rig.conference(), "qx7", 3)).hasSize(3);
        assertThat(found("qx7")).hasSize(8);
    }

    @Test
    void aChangedRosterIsSearchedAtOnce(@TempDir Path another) {
        try (Rig own = Rig.in(another)) {
            own.csv("access_code,name", "QX7A,Ada");
            assertThat(found(own, "newcomer")).isEmpty();
            own.station().corrections().add(own.post(new Mode.CheckIn()),
                    new Corrections.Newcomer("NEW1", "Newcomer", "", "", null), "was not on the list");
            assertThat(found(own, "newcomer")).containsExactly("NEW1");
        }
    }

    @Test
    void anotherConferenceIsNotSearched() {
        rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "other"), "access_code,name\nZZ1,Jürgen Other");
        assertThat(found("jürgen")).containsExactly("QX7A");
    }

    @Test
    void aHostileTextNeitherThrowsNorTakesLong() {
        assertThat(found("a".repeat(100_000))).isEmpty();
        assertThat(found("zq ".repeat(20_000))).isEmpty();
        assertThat(found("\uD800\uDC00\uD83D")).isEmpty();
    }
}
