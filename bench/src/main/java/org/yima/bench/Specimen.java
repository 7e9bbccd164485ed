package org.yima.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.yima.platform.credential.Scan;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;
import org.yima.securitypkg.Call;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.Suite;

/**
 * One real payment kept in all its layers, so that each step can be timed at its real size.
 *
 * @param transdata the request's XML
 * @param answer the opened answer
 */
record Specimen(Scan scan, String transdata, Call call, Layer request, Layer reply, Form answer) {
  /** The number of its order. */
  static final String ORDER = "BENCH-SPECIMEN";

  private static final byte[] CONTEXT = "ST007".getBytes(StandardCharsets.US_ASCII);

  /** One direction's message. Its arrays are handed out as they are: nobody changes them. */
  static final class Layer {
    private final byte[] body;
    private final Form outer;
    private final byte[] contentKey;
    private final byte[] sealed;
    private final byte[] inner;

    private Layer(byte[] body, Form outer, byte[] contentKey, BareCrypto bare) {
      this.body = body;
      this.outer = outer;
      this.contentKey = contentKey;
      this.sealed = base64(outer, "encrpteddata");
      this.inner = bare.open(contentKey, CONTEXT, sealed);
    }

    static Layer of(byte[] body, Suite suite, KeyRing receiver, BareCrypto bare)
        throws MalformedMessage {
      Form outer = FormReader.readBody(body);
      byte[] wrapped = base64(outer, "encryptkey");
      byte[] key = receiver.unwrap(suite, outer.get("certid"), wrapped).getFirst();
      return new Layer(body, outer, key, bare);
    }

    /** As it goes over the wire. */
    byte[] body() {
      return body;
    }

    Form outer() {
      return outer;
    }

    /** What opens the content. */
    byte[] contentKey() {
      return contentKey;
    }

    /** The content, encrypted. */
    byte[] sealed() {
      return sealed;
    }

    /** The content, opened: the signed string with its signatures. */
    byte[] inner() {
      return inner;
    }

    byte[] wrapped() {
      return base64(outer, "encryptkey");
    }

    Form innerForm() {
      try {
        return FormReader.readInner(inner);
      } catch (MalformedMessage e) {
        throw new IllegalStateException(e);
      }
    }

    private static byte[] base64(Form outer, String name) {
      return Base64.getDecoder().decode(Objects.requireNonNull(outer.get(name), name));
    }
  }

  static byte[] context() {
    return CONTEXT.clone();
  }

  /** Pays once. */
  static Specimen pay(Stage stage, Cashier cashier, Scan scan, BareCrypto bare) {
    String transdata = cashier.transdata(ORDER, scan);
    Call call = cashier.kit().seal("ST007", transdata);
    try (var wire = new Wire(stage.gateway())) {
      byte[] reply = wire.post(call.body());
      Form answer = cashier.kit().open(reply, call);
      KeyRing platform = stage.part(KeyRing.class);
      return new Specimen(
          scan,
          transdata,
          call,
          Layer.of(call.body(), cashier.suite(), platform, bare),
          Layer.of(reply, cashier.suite(), cashier.system(), bare),
          answer);
    } catch (IOException | CannotOpen | MalformedMessage e) {
      throw new IllegalStateException("the first payment did not succeed", e);
    }
  }
}
