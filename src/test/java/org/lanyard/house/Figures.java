package org.lanyard.house;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts what the house is measured by and prints it as a table. The argument names folders of checkouts, parted
 * like a class path, each a column of the table; without one it is the current folder.
 */
public final class Figures {

    /** Openings that describe a thing by a question instead of saying what a method does. */
    static final Pattern BANNED_OPENING = Pattern.compile("(?:What|Where|How|Whether|Whom|Whose|Why)\\b.*", Pattern.DOTALL);
    private static final Pattern STATION_REACH = Pattern.compile("\\bstation\\.[a-z]\\w*\\(\\)");
    private static final Pattern COMPANY = Pattern.compile("(?i)company");

    private final List<SourceFile> sources;
    private final Set<String> tables;
    private final int lines;

    private Figures(Path checkout) {
        sources = Sources.main(checkout);
        tables = Tables.created(checkout);
        lines = sources.stream().mapToInt(SourceFile::lines).sum();
    }

    public static void main(String... checkouts) {
        List<String> folders = checkouts.length == 0 ? List.of(".") : List.of(checkouts[0].split(File.pathSeparator));
        List<Map<String, String>> columns = folders.stream().map(folder -> new Figures(Path.of(folder)).all()).toList();
        System.out.println("| figure | " + String.join(" | ", folders) + " |");
        System.out.println("| --- |" + " --- |".repeat(folders.size()));
        for (String figure : columns.getFirst().keySet()) {
            System.out.println("| " + figure + " | "
                    + columns.stream().map(column -> column.get(figure)).collect(Collectors.joining(" | ")) + " |");
        }
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("files and lines of main", sources.size() + ", " + lines);
        addNulls(all);
        addTypes(all);
        addJavadocs(all);
        addSizes(all);
        addPackages(all);
        return all;
    }

    private void addNulls(Map<String, String> all) {
        int nulls = sources.stream().mapToInt(SourceFile::nulls).sum();
        all.put("nulls, and per 1,000 lines", nulls + ", " + perThousandLines(nulls));
        all.put("ternaries within ternaries", "" + sources.stream().mapToInt(SourceFile::nestedTernaries).sum());
    }

    private void addTypes(Map<String, String> all) {
        for (String name : List.of("Line", "Kind")) {
            all.put("types called " + name,
                    "" + sources.stream().flatMap(source -> source.types().stream()).filter(name::equals).count());
        }
    }

    private void addJavadocs(Map<String, String> all) {
        List<String> javadocs = sources.stream().flatMap(source -> source.javadocs().stream()).toList();
        long banned = javadocs.stream().filter(text -> BANNED_OPENING.matcher(text).matches()).count();
        long words = javadocs.stream().mapToLong(text -> text.split("\\s+").length).sum();
        all.put("Javadocs, and per 1,000 lines", javadocs.size() + ", " + perThousandLines(javadocs.size()));
        all.put("words in Javadocs", "" + words);
        all.put("Javadocs opening with What, Where, How, Whether, Whom, Whose, Why",
                banned + " (" + percent(banned, javadocs.size()) + ")");
    }

    private void addSizes(Map<String, String> all) {
        List<SourceFile.Method> methods = sources.stream().flatMap(source -> source.methods().stream()).toList();
        SourceFile longest = sources.stream().max(Comparator.comparing(SourceFile::lines)).orElseThrow();
        int[] sizes = sources.stream().mapToInt(SourceFile::lines).sorted().toArray();
        all.put("longest file", longest.path() + " (" + longest.lines() + ")");
        all.put("median file", "" + sizes[sizes.length / 2]);
        all.put("longest method",
                "" + methods.stream().max(Comparator.comparing(SourceFile.Method::lines)).orElseThrow());
        all.put("methods of at most 20 lines",
                percent(methods.stream().filter(method -> method.lines() <= 20).count(), methods.size()));
    }

    private void addPackages(Map<String, String> all) {
        List<SourceFile> surfaces = sources.stream()
                .filter(source -> source.packageName().startsWith("desk") || source.packageName().startsWith("cli"))
                .toList();
        List<SourceFile> reaching = surfaces.stream().filter(source -> source.matches(STATION_REACH) > 0).toList();
        all.put("station.x() in desk and cli, and files with one",
                reaching.stream().mapToLong(source -> source.matches(STATION_REACH)).sum() + " in " + reaching.size());
        all.put("packages in cycles", cycles());
        all.put("tables, and those named by two packages besides journal and ledger", tables.size() + ", " + sharedTables());
        List<SourceFile> naming = sources.stream().filter(source -> source.matches(COMPANY) > 0).toList();
        all.put("files that name the column company",
                naming.size() + naming.stream().collect(Collectors.groupingBy(source -> topPackage(source), TreeMap::new,
                        Collectors.counting())).toString().replaceAll("[{]", " (").replace('}', ')'));
    }

    private String cycles() {
        Set<Set<String>> cycles = PackageCycles.of(sources);
        String each = cycles.stream().map(group -> group.size() + ": " + String.join(" ", group))
                .collect(Collectors.joining("; "));
        return cycles.stream().flatMapToInt(group -> IntStream.of(group.size())).sum()
                + (each.isEmpty() ? "" : " (" + each + ")");
    }

    private long sharedTables() {
        Map<String, Set<String>> users = new TreeMap<>();
        for (SourceFile source : sources) {
            if (Set.of("journal", "ledger").contains(topPackage(source))) {
                continue;
            }
            source.tables().stream().filter(tables::contains)
                    .forEach(table -> users.computeIfAbsent(table, _ -> new TreeSet<>()).add(topPackage(source)));
        }
        return users.values().stream().filter(packages -> packages.size() > 1).count();
    }

    private static String topPackage(SourceFile source) {
        return source.packageName().replaceAll("\\..*", "");
    }

    private String perThousandLines(long count) {
        return String.format(Locale.ROOT, "%.1f", count * 1000.0 / lines);
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", part * 100.0 / Math.max(1, whole));
    }
}
