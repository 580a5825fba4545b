package org.lanyard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;

/** R28, case 10: "today" begins at the venue's midnight, on the nights of a clock change too. */
class TodayTest {

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference", "ADA1,Ada,Individual,O1", "BOB1,Bob,Individual,O2",
                "CYD1,Cyd,Individual,O3", "DEE1,Dee,Individual,O4");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Rig at(String instant) {
        return rig.at(Instant.parse(instant));
    }

    private int today() {
        return rig.station().statistics().of(rig.conference()).today();
    }

    @Test
    void R28_todayBeginsAtTheVenuesMidnight() {
        at("2027-05-13T21:59:59.999Z").checkIn("ADA1");
        assertThat(today()).isEqualTo(1);
        at("2027-05-13T22:00:00Z").checkIn("BOB1");
        assertThat(today()).isEqualTo(1);
        at("2027-05-14T21:59:59.999Z").checkIn("CYD1");
        assertThat(today()).isEqualTo(2);
        at("2027-05-14T22:00:00Z");
        assertThat(today()).isZero();
        assertThat(rig.station().statistics().of(rig.conference()).checkedIn()).isEqualTo(3);
    }

    @Test
    void R28_theVenuesZoneIsAsked() {
        rig.station().roster().set(rig.conference(), null, ZoneId.of("America/New_York"), null);
        at("2027-05-14T03:59:59Z").checkIn("ADA1");
        at("2027-05-14T04:00:00Z").checkIn("BOB1");
        assertThat(today()).isEqualTo(1);
    }

    /** A day of 23 hours: 28 March 2027 in Berlin. */
    @Test
    void R28_aDayIsNotTwiceWhenTheClocksGoForward() {
        at("2027-03-27T22:59:59Z").checkIn("ADA1");
        at("2027-03-27T23:00:00Z").checkIn("BOB1");
        at("2027-03-28T21:59:59Z").checkIn("CYD1");
        assertThat(today()).isEqualTo(2);
        at("2027-03-28T22:00:00Z").checkIn("DEE1");
        assertThat(today()).isEqualTo(1);
    }

    /** A day of 25 hours: 31 October 2027 in Berlin, half past two twice. */
    @Test
    void R28_aDayIsNotTwiceWhenTheClocksGoBack() {
        at("2027-10-30T21:59:59Z").checkIn("ADA1");
        at("2027-10-31T00:30:00Z").checkIn("BOB1");
        at("2027-10-31T01:30:00Z").checkIn("BOB1");
        at("2027-10-31T22:59:59Z").checkIn("CYD1");
        assertThat(today()).isEqualTo(2);
        at("2027-10-31T23:00:00Z");
        assertThat(today()).isZero();
    }
}
