package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A new database is made from {@code schema.sql}, an old one by the migrations: both come to the same. */
class SchemaFileTest {

    private static final Path WANTED = Path.of("target", "schema.sql");

    @Test
    void theSchemaFileHoldsWhatTheMigrationsMake() throws SQLException, IOException {
        try (Connection migrated = Connections.inMemory()) {
            Migrations.upgrade(migrated, Migrations.SCRIPTS.size());
            String wanted = SchemaObjects.of(migrated).text();
            Files.writeString(WANTED, wanted);
            assertThat(SchemaObjects.current().text())
                    .as("schema.sql of the package; the new one stands in %s, copy it there", WANTED).isEqualTo(wanted);
        }
    }

    @Test
    void aNewDatabaseIsLikeAMigratedOne() throws SQLException {
        try (Connection migrated = Connections.inMemory(); Connection made = Connections.inMemory()) {
            Migrations.upgrade(migrated, Migrations.SCRIPTS.size());
            Schema.make(made);
            assertThat(SchemaObjects.of(made)).isEqualTo(SchemaObjects.of(migrated));
        }
    }
}
