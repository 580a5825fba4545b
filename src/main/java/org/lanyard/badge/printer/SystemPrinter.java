package org.lanyard.badge.printer;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgePdf;
import org.lanyard.badge.BadgeTemplate;
import org.lanyard.scan.Sentence;

/**
 * A printer that the operating system knows, whatever it is. Where there is {@code lp} (CUPS) it is given the PDF and the size of
 * the medium, since Java's own way prints on the driver's default paper there; elsewhere Java prints. The spooler says no more
 * than that it took the job.
 *
 * @param patience for the spooler to take a job
 */
public record SystemPrinter(String name, Duration patience) implements LabelPrinter {

    private static final Command COMMAND = new Command();
    private static final Pattern REQUEST = Pattern.compile("request id is (\\S+)");

    /** Names of the system's printers; empty where it has none or has no way to say. */
    public static List<String> names(Duration patience) {
        Optional<Command.Result> listed = COMMAND.run(patience, "lpstat", "-e");
        return listed.map(result -> result.output().lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
                .orElseGet(() -> Stream.of(PrintServiceLookup.lookupPrintServices(null, null)).map(PrintService::getName)
                        .toList());
    }

    @Override
    public Readiness readiness() {
        Optional<Command.Result> state = COMMAND.run(patience, "lpstat", "-p", name);
        if (state.isEmpty()) {
            return service().<Readiness>map(_ -> new Readiness.Ready())
                    .orElseGet(() -> new Readiness.NotReady(Sentence.of("printer.none", name)));
        }
        if (state.get().exitCode() != 0) {
            return new Readiness.NotReady(Sentence.of("printer.none", name));
        }
        return state.get().output().contains("disabled") ? new Readiness.NotReady(Sentence.of("printer.paused"))
                : new Readiness.Ready();
    }

    @Override
    public Drawn draw(Badge badge) {
        byte[] pdf = BadgePdf.of(badge);
        return () -> send(pdf, badge.template());
    }

    private Outcome send(byte[] drawn, BadgeTemplate template) {
        try {
            Path pdf = Files.createTempFile("badge", ".pdf");
            try {
                Files.write(pdf, drawn);
                return hasLp() ? withLp(template, pdf) : withJava(pdf);
            } finally {
                Files.deleteIfExists(pdf);
            }
        } catch (IOException full) {
            return new Outcome.NothingSent(Sentence.of("printer.no-room"));
        }
    }

    public Outcome printSheets(Path pdf) {
        try {
            return hasLp() ? ask("lp", "-d", name, "-o", "fit-to-page", pdf.toString()) : withJava(pdf);
        } catch (IOException unreadable) {
            return new Outcome.NothingSent(Sentence.of("printer.no-room"));
        }
    }

    private boolean hasLp() {
        return COMMAND.run(patience, "lpstat", "-r").isPresent();
    }

    private Outcome withLp(BadgeTemplate template, Path pdf) {
        String media = String.format(Locale.ROOT, "media=Custom.%.0fx%.0fmm", template.width(), template.height());
        return ask("lp", "-d", name, "-o", media, "-o", "fit-to-page", pdf.toString());
    }

    private Outcome ask(String... command) {
        Optional<Command.Result> taken = COMMAND.run(patience, command);
        if (taken.isEmpty()) {
            return new Outcome.Unknown(Sentence.of("printer.spooler-silent"));
        }
        return taken.get().exitCode() == 0 ? new Outcome.Sent(requestId(taken.get().output()))
                : new Outcome.NothingSent(Sentence.of("printer.refused", taken.get().output().strip()));
    }

    // As in "request id is NAME-12 (1 file(s))".
    private static Optional<String> requestId(String said) {
        return Optional.of(REQUEST.matcher(said)).filter(Matcher::find).map(found -> found.group(1));
    }

    /** Takes a job back that the spooler has not printed yet; one that is gone is let be. */
    public static void cancel(String requestId, Duration patience) {
        COMMAND.run(patience, "cancel", requestId);
    }

    private Outcome withJava(Path pdf) throws IOException {
        Optional<PrintService> service = service();
        if (service.isEmpty()) {
            return new Outcome.NothingSent(Sentence.of("printer.none", name));
        }
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PrinterJob job = PrinterJob.getPrinterJob();
            job.setPrintService(service.get());
            job.setPageable(new PDFPageable(document));
            job.print();
            return new Outcome.Sent();
        } catch (PrinterException broken) {
            return new Outcome.Unknown(Sentence.of("printer.broken-off"));
        }
    }

    private Optional<PrintService> service() {
        return Stream.of(PrintServiceLookup.lookupPrintServices(null, null)).filter(each -> each.getName().equals(name))
                .findFirst();
    }
}
