package org.lanyard.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from outside: no document type definition is read, and nothing from elsewhere. */
public final class XmlInput {

    private static final int BEGINNING = 256;
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)");

    private XmlInput() {}

    // Bytes become characters here, because the JDK's parser prints what it cannot decode on standard error.
    public static XMLStreamReader open(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        PushbackInputStream bytes = new PushbackInputStream(xml, BEGINNING);
        try {
            Charset charset = charset(bytes);
            return factory.createXMLStreamReader(new InputStreamReader(bytes, charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException unreadable) {
            throw new XMLStreamException(unreadable);
        }
    }

    // As the byte order mark says, or the XML declaration, else UTF-8; a mark of UTF-8 is skipped.
    private static Charset charset(PushbackInputStream bytes) throws IOException {
        byte[] beginning = bytes.readNBytes(BEGINNING);
        String first = HexFormat.of().formatHex(Arrays.copyOf(beginning, 3));
        boolean marked = first.equals("efbbbf");
        int skipped = marked ? 3 : 0;
        bytes.unread(beginning, skipped, beginning.length - skipped);
        if (first.startsWith("feff") || first.startsWith("fffe")) {
            return StandardCharsets.UTF_16;
        } else if (first.startsWith("003c") || first.startsWith("3c00")) {
            return first.startsWith("00") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        Matcher declared = ENCODING.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
        return !marked && declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }
}
