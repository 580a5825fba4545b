package org.lanyard.roster.format.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.XmlInput;

final class OdsFile {

    private final Path file;
    private final Predicate<List<Row>> hasHeader;

    OdsFile(Path file, Predicate<List<Row>> hasHeader) {
        this.file = file;
        this.hasHeader = hasHeader;
    }

    RawTable read(Optional<String> wanted, LongConsumer progress) throws IOException {
        ZipContent.check(file);
        List<String> names = new ArrayList<>();
        content(reader -> {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("table")) {
                    names.add(Objects.requireNonNullElse(reader.getAttributeValue(OdsRows.TABLE, "name"), ""));
                }
            }
        });
        int chosen = new Sheets(names, i -> rows(i, Sheets.HEAD, _ -> {}).rows()).choose(wanted, hasHeader);
        Limits rows = rows(chosen, Long.MAX_VALUE, progress);
        return new RawTable(new TableFacts(FileKind.ODS, Optional.empty(), Optional.empty(),
                Optional.of(names.get(chosen)), names), rows.rows(), rows.notices());
    }

    private interface Reading {

        void run(XMLStreamReader reader) throws XMLStreamException;
    }

    private void content(Reading reading) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = new BufferedInputStream(zip.getInputStream(zip.getEntry("content.xml")), 1 << 16)) {
            reading.run(XmlInput.open(in));
        } catch (XMLStreamException damaged) {
            throw new NotPossible(damaged, "file.damaged-sheet", file.getFileName());
        }
    }

    private Limits rows(int sheet, long most, LongConsumer progress) throws IOException {
        Limits limits = new Limits();
        content(reader -> {
            int index = -1;
            while (reader.hasNext()) {
                boolean table = reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("table");
                if (table && ++index == sheet) {
                    new OdsRows(reader, limits, progress).read(most);
                    return;
                }
            }
        });
        return limits;
    }
}
