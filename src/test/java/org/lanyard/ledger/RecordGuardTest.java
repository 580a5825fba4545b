package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;

/** R24, R30: what was recorded stays as it was recorded, whatever program writes to the file. */
@Execution(ExecutionMode.CONCURRENT)
class RecordGuardTest {

    @TempDir static Path templates;

    @TempDir Path folder;
    private OtherProgram program;

    /** One live and one voided record of each kind, made by Sam. */
    @BeforeAll
    static void makeTemplate() {
        try (Rig rig = Rig.in(templates)) {
            rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,lunch:5; tutorial",
                    "BOB1,Bob,Individual,O2,lunch");
            var modes = List.of(new Mode.CheckIn(), new Mode.Door(rig.product("tutorial")),
                    new Mode.Redeem(rig.product("lunch")));
            for (Mode mode : modes) {
                rig.station().gate().decide(rig.post(mode, "Desk", "sam"), rig.scan("ADA1")).join();
                var made = rig.scan("ADA1");
                rig.station().gate().decide(rig.post(mode, "Desk", "sam"), made).join();
                rig.station().gate().voidRecord(made.id(), "a mistake", rig.post(mode), Rig.NINE);
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("lanyard.db");
        Files.copy(templates.resolve("lanyard.db"), file);
        program = new OtherProgram(file);
    }

    @AfterEach
    void close() {
        program.close();
    }

    private static Stream<String> kinds() {
        return Stream.of("check_in", "door_check", "product_redemption");
    }

    private List<List<Object>> records(String kind) {
        return program.rows("SELECT * FROM " + kind + " ORDER BY seq");
    }

    private void assertRefused(String kind, String sql) {
        List<List<Object>> before = records(kind);
        assertThat(before).hasSize(2);
        assertThat(program.refusal(sql)).as(sql).isNotNull();
        assertThat(records(kind)).as(sql).isEqualTo(before);
    }

    private List<String> columns(String kind) {
        return program.column("SELECT name FROM pragma_table_info('" + kind + "')");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void R24_noColumnOfALiveRecordChangesButItsVoid(String kind) {
        for (String column : columns(kind)) {
            if (!column.startsWith("void")) {
                String other = "ifnull(" + column + " || '9', '9')";
                assertRefused(kind, "UPDATE %s SET %s = %s WHERE voided_at IS NULL".formatted(kind, column, other));
                assertRefused(kind, "UPDATE %s SET %s = %s, voided_at = 1, void_reason = 'x' WHERE voided_at IS NULL"
                        .formatted(kind, column, other));
            }
        }
        assertRefused(kind, "UPDATE " + kind + " SET rowid = rowid + 50 WHERE voided_at IS NULL");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void R24_nothingOfAVoidedRecordChanges(String kind) {
        for (String column : columns(kind)) {
            assertRefused(kind, "UPDATE %s SET %s = %s WHERE voided_at IS NOT NULL".formatted(kind, column,
                    "ifnull(" + column + " || '9', '9')"));
        }
        assertRefused(kind, "UPDATE " + kind + " SET voided_at = NULL, void_reason = NULL WHERE voided_at IS NOT NULL");
        assertRefused(kind, "UPDATE " + kind + " SET voided_by = NULL WHERE voided_at IS NOT NULL");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void R24_aVoidKeepsWhenAndWhy(String kind) {
        assertRefused(kind, "UPDATE " + kind + " SET voided_at = 1 WHERE voided_at IS NULL");
        assertRefused(kind, "UPDATE " + kind + " SET void_reason = 'x' WHERE voided_at IS NULL");
        program.run("UPDATE " + kind + " SET voided_at = 1, void_reason = 'x' WHERE voided_at IS NULL");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void R24_noRecordIsDeletedOrReplaced(String kind) {
        String columns = String.join(", ", columns(kind));
        assertRefused(kind, "DELETE FROM " + kind);
        assertRefused(kind, "DELETE FROM " + kind + " WHERE voided_at IS NOT NULL");
        for (String verb : List.of("REPLACE", "INSERT OR REPLACE", "INSERT OR ROLLBACK", "INSERT OR IGNORE", "INSERT")) {
            assertRefused(kind, "%s INTO %s (%s) SELECT %s FROM %s".formatted(verb, kind, columns, columns, kind));
            assertRefused(kind, "%s INTO %s (%s) SELECT %s FROM %s".formatted(verb, kind, columns,
                    columns.replace("seq,", "seq + 100,"), kind));
            assertRefused(kind, "%s INTO %s (%s) SELECT %s FROM %s".formatted(verb, kind, columns,
                    columns.replace(" id,", " 'x',"), kind));
        }
        assertRefused(kind, "INSERT INTO %s (%s) SELECT %s FROM %s WHERE true ON CONFLICT (id) DO UPDATE SET note = 'x'"
                .formatted(kind, columns, columns, kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void R30_aRecordBelongsToTheConferenceOfItsAttendee(String kind) {
        program.run("INSERT INTO conference (id, slug, name, timezone) VALUES (9, 'other', 'Other', 'UTC')");
        String columns = String.join(", ", columns(kind));
        assertRefused(kind, "INSERT INTO %s (%s) SELECT %s FROM %s WHERE voided_at IS NULL".formatted(kind, columns,
                columns.replace("seq, id, conference_id", "seq + 100, 'x', 9"), kind));
        assertRefused(kind, "INSERT INTO %s (%s) SELECT %s FROM %s WHERE voided_at IS NULL".formatted(kind, columns,
                columns.replace("seq, id, conference_id, attendee_id", "seq + 100, 'x', conference_id, 77"), kind));
    }

    /** Everything that a record names, seen from the record. */
    private static final String NAMED = """
            SELECT seq, access_code, place.name, who.name, conference.slug FROM journal
              LEFT JOIN attendee ON attendee.id = attendee_id LEFT JOIN station place ON place.id = station_id
              LEFT JOIN staff_member who ON who.id = staff_id LEFT JOIN conference ON conference.id = journal.conference_id
             ORDER BY seq
            """;

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "station", "staff_member", "conference", "addon", "order_line_item"})
    void R30_whatARecordPointsAtIsNotDeleted(String table) {
        List<List<Object>> before = program.rows(NAMED);
        assertThat(program.refusal("DELETE FROM " + table)).as(table).isNotNull();
        assertThat(program.rows(NAMED)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "station", "staff_member", "conference", "addon", "order_line_item"})
    void R30_whatARecordPointsAtKeepsItsId(String table) {
        List<List<Object>> before = program.rows(NAMED);
        assertThat(program.refusal("UPDATE " + table + " SET id = id + 100")).as(table).isNotNull();
        assertThat(program.refusal("UPDATE " + table + " SET rowid = rowid + 100")).as(table).isNotNull();
        assertThat(program.rows(NAMED)).isEqualTo(before);
    }

    /** The one who only checked in has no redemption to protect her. */
    @Test
    void R24_anAttendeeWithACheckInOrADoorCheckIsNotDeleted() {
        long bob = program.number("SELECT id FROM attendee WHERE access_code = 'BOB1'");
        program.run("INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, station_id)"
                + " SELECT seq, 'bobs', 1, " + bob + ", 5, 1 FROM journal_next");
        assertThat(program.refusal("DELETE FROM attendee WHERE id = " + bob)).isNotNull();
    }
}
