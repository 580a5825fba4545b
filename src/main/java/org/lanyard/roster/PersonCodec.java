package org.lanyard.roster;

import java.time.Instant;
import org.lanyard.roster.packed.Codec;
import org.lanyard.roster.packed.Packer;
import org.lanyard.roster.packed.Unpacker;
import org.lanyard.scan.Product;

final class PersonCodec implements Codec<Person> {

    private static final Product.Kind[] KINDS = Product.Kind.values();

    private final Products products;

    PersonCodec(Products products) {
        this.products = products;
    }

    @Override
    public void write(Person person, Packer out) {
        out.number(person.id());
        out.text(person.accessCode());
        DetailsCodec.write(person.details(), out);
        out.flag(person.withdrawn());
        out.flag(person.checkedInElsewhereAt() != null);
        if (person.checkedInElsewhereAt() != null) {
            out.number(person.checkedInElsewhereAt().toEpochMilli());
        }
        out.number(person.checkedInElsewhereSeq());
        out.all(person.orders(), PersonCodec::write);
        out.flag(person.codeBlocked());
    }

    private static void write(Packer out, Person.Order order) {
        out.number(order.id());
        out.text(order.reference());
        out.shared(order.status());
        out.all(order.lines(), PersonCodec::write);
    }

    static void write(Packer out, Person.Line line) {
        out.number(line.id());
        out.number(line.product().kind().ordinal());
        out.number(line.product().id());
        out.shared(line.description());
        out.number(line.quantity());
        out.optional(line.status(), out::shared);
    }

    @Override
    public Person read(Unpacker in) {
        long id = in.number();
        String code = in.text();
        var details = DetailsCodec.read(in);
        boolean withdrawn = in.flag();
        Instant elsewhere = in.flag() ? Instant.ofEpochMilli(in.number()) : null;
        return new Person(id, code, details, withdrawn, elsewhere, in.number(), in.all(this::order), in.flag());
    }

    private Person.Order order(Unpacker in) {
        return new Person.Order(in.number(), in.text(), in.shared(), in.all(from -> line(from, products)));
    }

    static Person.Line line(Unpacker in, Products products) {
        long id = in.number();
        Product product = products.of(KINDS[in.small()], in.number());
        return new Person.Line(id, product, in.shared(), in.small(), in.optional(in::shared));
    }
}
