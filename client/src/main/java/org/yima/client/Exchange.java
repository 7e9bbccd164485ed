package org.yima.client;

import java.io.IOException;
import java.util.List;
import org.yima.protocol.Element;
import org.yima.protocol.ElementWriter;
import org.yima.protocol.Form;
import org.yima.protocol.spec.FieldCheck;
import org.yima.protocol.spec.FieldFault;
import org.yima.protocol.spec.Spec;
import org.yima.securitypkg.Call;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Kit;

/** One call: check the fields, seal, send, open, tell the three kinds of answer apart. */
final class Exchange {
  private static final String DONE = "00";

  private final Kit kit;
  private final HttpPost post;
  private final MessageLog log;

  Exchange(Kit kit, HttpPost post, MessageLog log) {
    this.kit = kit;
    this.post = post;
    this.log = log;
  }

  /** Makes a typed answer of the business elements of a success. */
  interface Reader<T> {
    Answer<T> read(Form reply) throws UnreadableAnswer;
  }

  /** Checks, sends and reads one transaction. */
  <T> Answer<T> call(String transaction, Fields request, Reader<T> reader) throws UnknownOutcome {
    Element transdata = request.element("transdata");
    check(transaction, transdata);
    return send(transaction, transdata, reader);
  }

  static void check(String transaction, Element transdata) {
    List<FieldFault> faults =
        FieldCheck.check(Spec.get().table(transaction + ".request"), transdata);
    if (!faults.isEmpty()) {
      throw new InvalidRequest(transaction, faults);
    }
  }

  /** Sends what has been checked, under a fresh seal. */
  <T> Answer<T> send(String transaction, Element transdata, Reader<T> reader)
      throws UnknownOutcome {
    String xml = ElementWriter.write(transdata);
    Call call = kit.seal(transaction, xml);
    try {
      Form reply = kit.open(post.send(call.body()), call);
      log.exchanged(transaction, xml, reply);
      return answer(reply, reader);
    } catch (IOException e) {
      throw new UnknownOutcome(transaction, e.toString(), e);
    } catch (CannotOpen e) {
      throw new UnknownOutcome(transaction, told(e), e);
    } catch (UnreadableAnswer e) {
      throw new UnknownOutcome(transaction, "应答缺少或无法读懂 (answer unreadable): " + e.getMessage(), e);
    }
  }

  private static <T> Answer<T> answer(Form reply, Reader<T> reader) throws UnreadableAnswer {
    Values values = Values.of(reply);
    if (!values.required("respcode").equals(DONE)) {
      return Answer.refused(Refusal.call(reply));
    }
    if (!values.required("aprcode").equals(DONE)) {
      return Answer.refused(Refusal.business(reply));
    }
    return reader.read(reply);
  }

  /** A refusal in plain form is bound to no request, so it is told and never relied on. */
  private static String told(CannotOpen e) {
    Form refusal = e.refusal();
    String words = refusal == null ? "" : " " + Refusal.call(refusal);
    return "reply cannot be opened, " + e.fault() + words;
  }
}
