package org.yima.bench;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.yima.bench.Part.Side;
import org.yima.bench.Specimen.Layer;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.ElementWriter;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.FormWriter;
import org.yima.protocol.MalformedMessage;
import org.yima.protocol.SignedString;
import org.yima.protocol.spec.FieldCheck;
import org.yima.protocol.spec.Spec;
import org.yima.protocol.spec.Table;

/** Reading and writing of one payment's forms and XML on both sides, field checks included. */
final class FormParts {
  private static final String READ = "读报文 read forms";
  private static final String WRITE = "写报文 write forms";

  private final Cashier cashier;
  private final Specimen specimen;

  FormParts(Cashier cashier, Specimen specimen) {
    this.cashier = cashier;
    this.specimen = specimen;
  }

  void measure(Parts parts) {
    Form request = specimen.request().innerForm();
    Form reply = specimen.reply().innerForm();
    Element details = Cashier.details(specimen.answer());
    parts
        .of(Side.CLIENT, Kind.FORM)
        .add("写请求 XML write request", 1, () -> cashier.transdata("BENCH-SPECIMEN", specimen.scan()))
        .add(WRITE, 1, () -> write(specimen.request(), request))
        .add(READ, 1, () -> read(specimen.reply()))
        .add("读应答 XML read answer", 1, () -> Cashier.details(specimen.answer()));
    parts
        .of(Side.SERVER, Kind.FORM)
        .add(READ, 1, () -> read(specimen.request()))
        .add("读请求 XML、校验 read and check request", 1, this::checked)
        .add("写应答 XML write answer", 1, () -> ElementWriter.write(details))
        .add(WRITE, 1, () -> write(specimen.reply(), reply));
  }

  /** The outer form, Base64, the inner form, the string that was signed. */
  private static Object read(Layer layer) throws MalformedMessage {
    Form outer = FormReader.readBody(layer.body());
    byte[] sealed = Base64.getDecoder().decode(Objects.requireNonNull(outer.get("encrpteddata")));
    Form inner = FormReader.readInner(layer.inner());
    return List.of(sealed, SignedString.ofInner(inner));
  }

  private static Object write(Layer layer, Form inner) {
    String sealed = Base64.getEncoder().encodeToString(layer.sealed());
    Form outer = layer.outer().with("encrpteddata", sealed);
    return List.of(SignedString.ofInner(inner), FormWriter.raw(inner), FormWriter.encoded(outer));
  }

  /** The request's elements as the server hands them to the handler. */
  Element checked() {
    Table table = Objects.requireNonNull(Spec.get().transaction("ST007")).request();
    Element sent = read(specimen.transdata());
    if (!FieldCheck.check(table, sent).isEmpty()) {
      throw new IllegalStateException("the bench's own bill has bad fields");
    }
    return table.canonical(sent);
  }

  private static Element read(String xml) {
    try {
      return ElementReader.read(xml);
    } catch (MalformedMessage e) {
      throw new IllegalStateException("the bench's own bill cannot be read", e);
    }
  }
}
