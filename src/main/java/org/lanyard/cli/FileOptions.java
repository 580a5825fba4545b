package org.lanyard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanyard.roster.format.Answers;
import org.lanyard.roster.format.Answers.ProductUse;
import org.lanyard.roster.format.State;
import org.lanyard.roster.format.Use;
import org.lanyard.roster.format.table.FileKind;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

final class FileOptions {

    enum Form { CSV, XLSX, ODS, JSON }

    @Parameters(paramLabel = "FILE", description = "CSV, XLSX, ODS or JSON") Path file;

    @Option(names = "--format",
            description = "csv, xlsx, ods or json (default: by the file's content)") Optional<Form> format;

    @Option(names = "--map", paramLabel = "COLUMN=FIELD", description = {
            "the field that a column holds: access_code, name, first_name, last_name, email, company, ticket_type,"
                    + " variation, order_reference, status, order_status, ticket_status, items, shared_items, attention,"
                    + " note, party, blocked, checked_in_at, withdrawn, codes;",
            "item for the column of a product (yes, a number, a size); show to show it at the desk; nothing for a column"
                    + " that is not used.",
            "COLUMN is its name, or its number as in '#3'. Several columns may make one name."}) List<String> map =
                    new ArrayList<>();

    @Option(names = "--status", paramLabel = "WORD=STATE",
            description = "the state that a status word means: paid, pending, cancelled, refunded or partially_refunded") List<String> status =
                    new ArrayList<>();

    @Option(names = "--ticket", paramLabel = "NAME",
            description = "everybody's ticket, where the file names none") Optional<String> ticket;

    @Option(names = "--item", paramLabel = "NAME",
            description = "a product whose rows are add-ons of the person beside") List<String> item = new ArrayList<>();

    @Option(names = "--product", paramLabel = "NAME=USE",
            description = "a product's use: ticket, item or ignore") List<String> product = new ArrayList<>();

    @Option(names = "--items-per", paramLabel = "OWNER", defaultValue = "person",
            description = "person, or order where items belong to everybody of an order") String itemsPer;

    @Option(names = "--make-codes", description = "make codes for people, where the file has none") boolean makeCodes;

    @Option(names = "--sheet", paramLabel = "NAME", description = "the sheet of a spreadsheet") Optional<String> sheet;

    boolean isJson(FileKind kind) {
        return format.map(form -> form == Form.JSON).orElse(kind == FileKind.JSON);
    }

    /** @param refusingAll also a file that would let nobody in is right */
    Answers answers(boolean refusingAll) {
        Answers answers = refusingAll ? Answers.NONE.withRefusingAll() : Answers.NONE;
        for (String each : map) {
            String column = before(each, "--map", "COLUMN=FIELD");
            String field = each.substring(each.lastIndexOf('=') + 1);
            answers = answers.with(column, Use.of(field, column)
                    .orElseThrow(() -> new WrongUsage(field + " is not a field of a roster.")));
        }
        for (String each : status) {
            String state = each.substring(each.lastIndexOf('=') + 1);
            answers = answers.withStatus(before(each, "--status", "WORD=STATE"), State.of(state)
                    .orElseThrow(() -> new WrongUsage(state + " is not a state; it is paid, pending, cancelled, refunded"
                            + " or partially_refunded.")));
        }
        return others(products(answers));
    }

    private Answers products(Answers given) {
        Answers answers = given;
        for (String each : item) {
            answers = answers.withProduct(each, ProductUse.ITEM);
        }
        for (String each : product) {
            answers = answers.withProduct(before(each, "--product", "NAME=USE"),
                    use(each.substring(each.lastIndexOf('=') + 1)));
        }
        return answers;
    }

    private static ProductUse use(String word) {
        return ProductUse.of(word).orElseThrow(() -> new WrongUsage("A product is a ticket, an item or to ignore, not "
                + word + "."));
    }

    private Answers others(Answers given) {
        if (!itemsPer.equals("person") && !itemsPer.equals("order")) {
            throw new WrongUsage("--items-per takes person or order.");
        }
        Answers answers = itemsPer.equals("order") ? given.withItemsPerOrder(true) : given;
        answers = makeCodes ? answers.withMadeCodes() : answers;
        answers = ticket.map(answers::withTicket).orElse(answers);
        return sheet.map(answers::withSheet).orElse(answers);
    }

    private static String before(String option, String name, String form) {
        int equals = option.lastIndexOf('=');
        if (equals < 0) {
            throw new WrongUsage(name + " takes " + form + ".");
        }
        return option.substring(0, equals);
    }
}
