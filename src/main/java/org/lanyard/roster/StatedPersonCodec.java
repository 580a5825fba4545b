package org.lanyard.roster;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.packed.Codec;
import org.lanyard.roster.packed.Packer;
import org.lanyard.roster.packed.Unpacker;

final class StatedPersonCodec implements Codec<StatedPerson> {

    private static final int NOT_STATED = 0;
    private static final int NONE = 1;
    private static final int AT = 2;
    private static final RosterSource[] SOURCES = RosterSource.values();

    @Override
    public void write(StatedPerson person, Packer out) {
        out.text(person.accessCode());
        out.all(person.furtherCodes(), Packer::text);
        out.flag(person.withdrawn());
        out.optional(person.source(), source -> out.number(source.ordinal()));
        DetailsCodec.write(person.details(), out);
        switch (person.checkIn()) {
            case StatedPerson.CheckIn.NotStated() -> out.number(NOT_STATED);
            case StatedPerson.CheckIn.None() -> out.number(NONE);
            case StatedPerson.CheckIn.At(Instant at) -> {
                out.number(AT);
                out.number(at.toEpochMilli());
            }
        }
        out.all(person.orders(), Packer::text);
        out.number(person.redeemed().size());
        person.redeemed().forEach((line, units) -> {
            out.number(line);
            out.number(units);
        });
    }

    @Override
    public StatedPerson read(Unpacker in) {
        String code = in.text();
        List<String> furtherCodes = in.all(Unpacker::text);
        boolean withdrawn = in.flag();
        Optional<RosterSource> source = in.optional(() -> SOURCES[in.small()]);
        return new StatedPerson(code, furtherCodes, source, DetailsCodec.read(in), checkIn(in), in.all(Unpacker::text),
                redeemed(in), withdrawn);
    }

    private static StatedPerson.CheckIn checkIn(Unpacker in) {
        int kind = in.small();
        if (kind == AT) {
            return new StatedPerson.CheckIn.At(Instant.ofEpochMilli(in.number()));
        }
        return kind == NONE ? new StatedPerson.CheckIn.None() : StatedPerson.NOT_STATED;
    }

    private static Map<Long, Integer> redeemed(Unpacker in) {
        int size = in.small();
        if (size == 0) {
            return Map.of();
        }
        Map<Long, Integer> redeemed = new HashMap<>();
        for (int i = 0; i < size; i++) {
            redeemed.put(in.number(), in.small());
        }
        return redeemed;
    }
}
