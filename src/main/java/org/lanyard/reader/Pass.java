package org.lanyard.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lanyard.reader.Pictures.Refused;
import org.lanyard.reader.frame.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class Pass {

    private static final String CONTENT = "pass.json";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_CODES = 20;
    private static final String FORMAT_PREFIX = "PKBarcodeFormat";

    private Pass() {}

    static List<Code> codes(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry content = Optional.ofNullable(zip.getEntry(CONTENT))
                    .orElseThrow(() -> new Refused("picture.unknown"));
            byte[] bytes = zip.getInputStream(content).readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refused("picture.large");
            }
            return codes(JsonMapper.shared().readTree(bytes));
        } catch (JacksonException | ZipException damaged) {
            throw new Refused("picture.damaged");
        }
    }

    // Passes hold one barcode, newer ones several barcodes.
    private static List<Code> codes(JsonNode pass) {
        List<Code> codes = new ArrayList<>();
        List<JsonNode> nodes = new ArrayList<>(List.of(pass.path("barcode")));
        pass.path("barcodes").forEach(nodes::add);
        for (JsonNode node : nodes.stream().limit(MOST_CODES).toList()) {
            Code code = new Code(node.path("message").asString(""), format(node.path("format").asString("")));
            if (!code.text().isEmpty() && codes.stream().noneMatch(other -> other.text().equals(code.text()))) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static String format(String apple) {
        return switch (apple.replace(FORMAT_PREFIX, "")) {
            case "PDF417" -> "PDF_417";
            case "Aztec" -> "AZTEC";
            case "Code128" -> "CODE_128";
            default -> "QR_CODE";
        };
    }
}
