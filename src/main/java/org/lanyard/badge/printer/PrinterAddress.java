package org.lanyard.badge.printer;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanyard.scan.NotPossible;

/**
 * Says where a printer is and which language it speaks, as one word: {@code zpl://HOST[:PORT][?dpi=300]}, {@code brother://HOST[:PORT]},
 * {@code system:NAME} or {@code folder:PATH}.
 */
public record PrinterAddress(String text) {

    // Long enough for a printer that wakes up.
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RAW_PORT = 9100;
    private static final Pattern SOCKET =
            Pattern.compile("(zpl|brother)://([A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+])(?::(\\d{1,5}))?(?:\\?dpi=(203|300|600))?");

    public PrinterAddress {
        printer(text, PATIENCE);
    }

    public LabelPrinter printer() {
        return printer(text, PATIENCE);
    }

    public LabelPrinter printer(Duration patience) {
        return printer(text, patience);
    }

    private static LabelPrinter printer(String text, Duration patience) {
        Matcher socket = SOCKET.matcher(text);
        if (socket.matches()) {
            return onSocket(socket, patience);
        }
        if (text.startsWith("system:") && text.length() > "system:".length()) {
            return new SystemPrinter(text.substring("system:".length()), patience);
        }
        if (text.startsWith("folder:") && text.length() > "folder:".length()) {
            try {
                return new FolderPrinter(Path.of(text.substring("folder:".length())));
            } catch (InvalidPathException noFolder) {
                throw new NotPossible(noFolder, "printer.address", text);
            }
        }
        throw new NotPossible("printer.address", text);
    }

    private static LabelPrinter onSocket(Matcher socket, Duration patience) {
        int port = socket.group(3) == null ? RAW_PORT : Integer.parseInt(socket.group(3));
        if (port < 1 || port > 65_535) {
            throw new NotPossible("printer.address", socket.group());
        }
        String host = socket.group(2);
        if (socket.group(1).equals("brother")) {
            return new BrotherPrinter(host, port, patience);
        }
        return new ZebraPrinter(host, port, socket.group(4) == null ? 203 : Integer.parseInt(socket.group(4)), patience);
    }
}
