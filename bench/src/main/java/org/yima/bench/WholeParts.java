package org.yima.bench;

import java.util.SortedMap;
import java.util.TreeMap;
import org.yima.bench.Part.Side;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Kit;
import org.yima.securitypkg.Received;
import org.yima.securitypkg.Reception;

/**
 * Sealing and opening as a whole, by the real kit and the real reception: what their steps add up
 * to, and what they cost beyond them.
 */
final class WholeParts {
  private WholeParts() {}

  static void measure(Parts parts, Stage stage, Cashier cashier, Specimen specimen) {
    Kit kit = cashier.kit();
    parts
        .of(Side.CLIENT, Kind.CRYPTO)
        .add("写 XML、Kit.seal write, seal", 1, () -> kit.seal("ST007", written(cashier, specimen)))
        .add("Kit.open、读 XML open, read", 1, () -> Cashier.details(opened(kit, specimen)));
    Reception reception = stage.part(Reception.class);
    byte[] request = kit.seal("ST007", specimen.transdata()).body();
    Received received = received(reception, request);
    SortedMap<String, String> elements = elements(specimen.answer());
    parts
        .of(Side.SERVER, Kind.CRYPTO)
        .add("Reception.open", 1, () -> received(reception, request))
        .add("Reply.write", 1, () -> received.reply().write(elements));
  }

  private static String written(Cashier cashier, Specimen specimen) {
    return cashier.transdata(Specimen.ORDER, specimen.scan());
  }

  private static Form opened(Kit kit, Specimen specimen) throws CannotOpen {
    return kit.open(specimen.reply().body(), specimen.call());
  }

  private static Received received(Reception reception, byte[] request) {
    try {
      return reception.open(FormReader.readBody(request));
    } catch (MalformedMessage | CannotOpen e) {
      throw new IllegalStateException("the server does not open the kit's request", e);
    }
  }

  /** What the server gave to be written: no echo, no signature. */
  private static SortedMap<String, String> elements(Form answer) {
    SortedMap<String, String> elements = new TreeMap<>();
    for (Form.Entry entry : answer.without("nonce", "transtype", "pltfmsignature").entries()) {
      elements.put(entry.key(), entry.value());
    }
    return elements;
  }
}
