package org.lanyard.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables that the migrations create; views are contracts between packages and do not count. */
final class Tables {

    private static final Pattern CREATE = Pattern.compile("CREATE TABLE (\\w+)");

    private static final Pattern RENAME = Pattern.compile("ALTER TABLE (\\w+) RENAME TO");

    private Tables() {}

    static Set<String> created(Path checkout) {
        try (Stream<Path> migrations = Files.list(checkout.resolve("src/main/resources/org/lanyard/ledger"))) {
            Set<String> tables = new TreeSet<>();
            for (Path migration : migrations.filter(file -> file.toString().endsWith(".sql")).toList()) {
                String script = Files.readString(migration);
                CREATE.matcher(script).results().map(found -> found.group(1)).forEach(tables::add);
                RENAME.matcher(script).results().forEach(found -> tables.remove(found.group(1)));
            }
            return tables;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
