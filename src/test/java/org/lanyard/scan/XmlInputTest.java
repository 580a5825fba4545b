package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Captured;
import org.lanyard.OwnStreams;

@OwnStreams
class XmlInputTest {

    private static final String DRAWING = "<svg><text>Zoë Ångström</text></svg>";
    private static final int DAMAGED = 2_000;
    private static final long SEED = 53;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void aDrawingIsReadInTheEncodingThatItDeclares(String charset) throws XMLStreamException {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + DRAWING).getBytes(Charset.forName(charset));
        assertThat(text(xml)).isEqualTo("Zoë Ångström");
    }

    @Test
    void aMarkOfUtf8IsSkipped() throws XMLStreamException {
        assertThat(text(("\uFEFF" + DRAWING).getBytes(StandardCharsets.UTF_8))).isEqualTo("Zoë Ångström");
        assertThat(text(DRAWING.getBytes(StandardCharsets.UTF_8))).isEqualTo("Zoë Ångström");
    }

    @Test
    void anUnknownEncodingIsRefused() {
        assertThatExceptionOfType(XMLStreamException.class).isThrownBy(
                () -> text("<?xml version=\"1.0\" encoding=\"klingon\"?><a/>".getBytes(StandardCharsets.UTF_8)));
    }

    /** Standard error has one sentence, said by whoever asked for the file. */
    @Test
    void nothingIsPrintedAboutDamagedBytes() {
        Random random = new Random(SEED);
        byte[] whole = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + DRAWING).getBytes(StandardCharsets.UTF_8);
        Captured run = Captured.run(InputStream.nullInputStream(), () -> {
            int read = 0;
            for (int i = 0; i < DAMAGED; i++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                read += readable(damaged) ? 1 : 0;
            }
            return read;
        });
        assertThat(run.out() + run.err()).as("seed " + SEED).isEmpty();
    }

    private static boolean readable(byte[] xml) {
        try {
            return !text(xml).isEmpty();
        } catch (XMLStreamException damaged) {
            return false;
        }
    }

    private static String text(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = XmlInput.open(new ByteArrayInputStream(xml));
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.CHARACTERS) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }
}
