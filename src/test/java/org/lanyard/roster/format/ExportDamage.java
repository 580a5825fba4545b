package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lanyard.roster.format.ExportShapes.Shape;

/** What people and spreadsheets do to an export before it is imported. */
enum ExportDamage {

    /** Title lines above the header, as reports have them. */
    TITLES(true) {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            rows.addAll(0, List.of(List.of("DjangoDay"), List.of("Exported by hand"), List.of()));
        }
    },

    /** A last row that counts the others. */
    TOTAL(true) {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            rows.add(List.of("Total", String.valueOf(rows.size() - 1)));
        }
    },

    EMPTY_ROWS_AND_COLUMNS(true) {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            rows.replaceAll(row -> with(row, row.size(), ""));
            rows.add(1 + random.nextInt(rows.size()), List.of("", ""));
        }
    },

    /** Two lists pasted below each other. */
    HEADER_TWICE(true) {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            rows.add(1 + random.nextInt(rows.size()), rows.getFirst());
        }
    },

    SORTED_OTHERWISE(true) {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            Collections.shuffle(rows.subList(1, rows.size()), random);
        }
    },

    COLUMNS_MOVED(true) {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            int by = random.nextInt(shape.header().size());
            rows.replaceAll(row -> {
                List<String> moved = new ArrayList<>(row);
                Collections.rotate(moved, by);
                return moved;
            });
        }
    },

    ESCAPED_CODES(true) {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            boolean formula = random.nextBoolean();
            everyCode(rows, shape, code -> formula ? "=\"" + code + "\"" : "'" + code);
        }
    },

    RUINED_CODE {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            put(rows, random, shape.column("code"),
                    List.of("1.12E+24", "#NAME?", "", "1,234,567", "#NUM!").get(random.nextInt(5)));
        }
    },

    /** Codes as numbers of a spreadsheet that keeps fifteen digits. */
    ALL_CODES_RUINED {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            everyCode(rows, shape, code -> "1.1212E+24");
        }
    },

    CODE_OF_ANOTHER {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            put(rows, random, shape.column("code"), rows.get(1).get(shape.column("code")));
        }
    },

    UNKNOWN_STATUS {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            put(rows, random, shape.column("status"), List.of("Processing", "?", "see mail").get(random.nextInt(3)));
        }
    },

    NO_CODES {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            rows.replaceAll(row -> without(row, shape.column("code")));
        }
    },

    NO_TICKETS {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            rows.replaceAll(row -> without(row, shape.column("ticket")));
        }
    },

    /** A comma or semicolon too many, which nobody put into quotes. */
    CELL_TOO_MANY {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            int row = 1 + random.nextInt(rows.size() - 1);
            rows.set(row, with(rows.get(row), random.nextInt(shape.header().size()), "Inc."));
        }
    },

    NO_HEADER {
        @Override
        void to(List<List<String>> rows, Shape shape, Random random) {
            rows.removeFirst();
        }
    };

    private final boolean harmless;

    ExportDamage() {
        this(false);
    }

    ExportDamage(boolean harmless) {
        this.harmless = harmless;
    }

    /** True where nothing is lost and nobody need be asked. */
    boolean isHarmless() {
        return harmless;
    }

    abstract void to(List<List<String>> rows, Shape shape, Random random);

    private static void everyCode(List<List<String>> rows, Shape shape, java.util.function.UnaryOperator<String> change) {
        int column = shape.column("code");
        rows.subList(1, rows.size()).replaceAll(row -> {
            List<String> cells = new ArrayList<>(row);
            cells.set(column, change.apply(cells.get(column)));
            return cells;
        });
    }

    private static void put(List<List<String>> rows, Random random, int column, String value) {
        int row = 2 + random.nextInt(rows.size() - 2);
        List<String> cells = new ArrayList<>(rows.get(row));
        cells.set(column, value);
        rows.set(row, cells);
    }

    private static List<String> with(List<String> row, int index, String cell) {
        List<String> cells = new ArrayList<>(row);
        cells.add(index, cell);
        return cells;
    }

    private static List<String> without(List<String> row, int index) {
        List<String> cells = new ArrayList<>(row);
        cells.remove(index);
        return cells;
    }
}
