package org.lanyard.roster;

import java.util.Optional;
import org.lanyard.roster.packed.Codec;
import org.lanyard.roster.packed.Packer;
import org.lanyard.roster.packed.Unpacker;
import org.lanyard.scan.Product;

final class StatedOrderCodec implements Codec<StatedOrder> {

    private static final Product.Kind[] KINDS = Product.Kind.values();

    @Override
    public void write(StatedOrder order, Packer out) {
        out.text(order.reference());
        out.shared(order.status());
        out.flag(order.named());
        out.all(order.lines(), StatedOrderCodec::write);
    }

    private static void write(Packer out, StatedLine line) {
        out.optional(line.upstreamId(), out::number);
        out.number(line.product().kind().ordinal());
        out.shared(line.product().word());
        out.flag(line.product().named());
        out.shared(line.description());
        out.number(line.quantity());
        out.optional(line.holder(), out::text);
        out.optional(line.status(), out::shared);
        out.optional(line.partOf(), out::number);
    }

    @Override
    public StatedOrder read(Unpacker in) {
        return new StatedOrder(in.text(), in.shared(), in.flag(), in.all(StatedOrderCodec::line));
    }

    private static StatedLine line(Unpacker in) {
        Optional<Long> upstreamId = in.optional(in::number);
        ProductKey product = new ProductKey(KINDS[in.small()], in.shared(), in.flag());
        return new StatedLine(upstreamId, product, in.shared(), in.small(), in.optional(in::text),
                in.optional(in::shared), in.optional(in::number));
    }
}
