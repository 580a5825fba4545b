package org.lanyard.roster.format.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

final class OdsRows {

    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private final XMLStreamReader reader;
    private final Limits limits;
    private final LongConsumer progress;

    OdsRows(XMLStreamReader reader, Limits limits, LongConsumer progress) {
        this.reader = reader;
        this.limits = limits;
        this.progress = progress;
    }

    void read(long most) throws XMLStreamException {
        int number = 1;
        while (reader.hasNext() && number <= most) {
            int event = reader.next();
            if (event == XMLStreamReader.END_ELEMENT && reader.getLocalName().equals("table")) {
                return;
            }
            if (event == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("table-row")) {
                int repeated = repeated("number-rows-repeated");
                List<String> cells = row();
                boolean blank = cells.stream().allMatch(String::isEmpty);
                for (int i = 0; i < repeated && !blank && number + i <= most; i++) {
                    limits.add(number + i, cells);
                }
                number += repeated;
                progress.accept(number);
            }
        }
    }

    private int repeated(String attribute) {
        String times = reader.getAttributeValue(TABLE, attribute);
        return times == null ? 1 : Quantities.of(times);
    }

    private List<String> row() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int empty = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.END_ELEMENT && reader.getLocalName().equals("table-row")) {
                break;
            }
            boolean cell = event == XMLStreamReader.START_ELEMENT
                    && (reader.getLocalName().equals("table-cell") || reader.getLocalName().equals("covered-table-cell"));
            if (cell) {
                empty = add(cells, empty, repeated("number-columns-repeated"), cell());
            }
        }
        return cells;
    }

    // Empty cells are added once something stands behind them.
    private static int add(List<String> cells, int empty, int times, String text) {
        if (text.isEmpty()) {
            return empty + times;
        }
        for (int i = 0; i < empty && cells.size() <= Limits.MOST_COLUMNS; i++) {
            cells.add("");
        }
        for (int i = 0; i < times && cells.size() <= Limits.MOST_COLUMNS; i++) {
            cells.add(text);
        }
        return 0;
    }

    private String cell() throws XMLStreamException {
        String type = String.valueOf(reader.getAttributeValue(OFFICE, "value-type"));
        String value = reader.getAttributeValue(OFFICE, "value");
        String date = reader.getAttributeValue(OFFICE, "date-value");
        String truth = reader.getAttributeValue(OFFICE, "boolean-value");
        String text = text();
        return switch (type) {
            case "float", "currency", "percentage" -> value == null ? text : XlsxFile.digits(value);
            case "date" -> date == null ? text : date.replaceFirst("T00:00:00(\\.0+)?$", "");
            case "boolean" -> truth == null ? text : truth;
            default -> text;
        };
    }

    // Paragraphs are lines; notes on a cell are no part of it.
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int note = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.END_ELEMENT && reader.getLocalName().endsWith("table-cell")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                note += reader.getLocalName().equals("annotation") ? 1 : 0;
                begin(text, note > 0);
            } else if (event == XMLStreamReader.END_ELEMENT) {
                note -= reader.getLocalName().equals("annotation") ? 1 : 0;
            } else if (event == XMLStreamReader.CHARACTERS && note == 0 && text.length() <= Limits.LONGEST_CELL) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    private void begin(StringBuilder text, boolean note) {
        if (note || !TEXT.equals(reader.getNamespaceURI())) {
            return;
        }
        switch (reader.getLocalName()) {
            case "p" -> text.append(text.isEmpty() ? "" : "\n");
            case "s" -> {
                String count = reader.getAttributeValue(TEXT, "c");
                text.append(" ".repeat(count == null ? 1 : Math.min(Quantities.of(count), Limits.LONGEST_CELL)));
            }
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            default -> {}
        }
    }
}
