package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.Rig;

/** Case 23: a name is found by few letters, in any script, without its accents. */
@Execution(ExecutionMode.CONCURRENT)
class FindingPeopleTest {

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,email,company,ticket_type,order_reference",
                "A1,Jürgen Müller,jm@example.org,Bäckerei Groß,Individual,O1",
                "A2,Anna Schmidt,anna@example.org,,Individual,O2",
                "A3,Zoë Ångström,zoe@example.org,,Individual,O3",
                "A4,李小龍,,,Individual,O4",
                "A5,Łukasz Żółw,,,Individual,ORD-77");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"Müller,A1", "MÜLLER,A1", "muller,A1", "mü,A1", "jurgen mu,A1", "groß,A1", "gross,A1", "Anna Schmidt,A2",
            "schmidt anna,A2", "angstrom,A3", "zoe@,A3", "小,A4", "李小龍,A4", "zolw,A5", "łuk,A5", "ORD-77,A5", "schmitt,A2"})
    void aPersonIsFoundAsTheyAreTyped(String typed, String code) {
        assertThat(rig.station().roster().search(rig.conference(), typed, 10)).extracting(Person::accessCode)
                .startsWith(code);
    }

    @Test
    void whoeverIsNotThereIsNotFound() {
        assertThat(rig.station().roster().search(rig.conference(), "Quixote", 10)).isEmpty();
    }
}
