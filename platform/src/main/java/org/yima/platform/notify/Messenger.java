package org.yima.platform.notify;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.yima.platform.institution.Institution;
import org.yima.platform.institution.Registry;
import org.yima.platform.institution.RegistrySnapshot.Registration;
import org.yima.platform.notify.AddressRules.Target;
import org.yima.platform.notify.Deliveries.Due;
import org.yima.platform.notify.Tried.Outcome;
import org.yima.platform.transaction.Call;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;
import org.yima.securitypkg.Caller;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Reception;

/** Makes one attempt: by whom the order was sent, where to, what to say, what was said to it. */
record Messenger(
    Registry registry,
    StatusAnswers answers,
    Reception reception,
    AddressRules addresses,
    CallbackPost post) {

  Tried attempt(Due due, Instant now) {
    Optional<Registration> to = registration(due);
    if (to.isEmpty() || !to.get().institution().mayCall(due.callback())) {
      return Tried.of(Outcome.NOT_REGISTERED);
    }
    try {
      byte[] body = body(due, to.get(), now);
      Optional<Target> target = addresses.target(due.callback());
      return target.isEmpty()
          ? Tried.of(Outcome.ADDRESS_REFUSED)
          : judged(post.send(target.get(), body));
    } catch (CannotOpen e) {
      return new Tried(Outcome.CANNOT_SEAL, e.fault().name());
    } catch (UnknownHostException e) {
      return new Tried(Outcome.UNREACHABLE, "no such host");
    } catch (SocketTimeoutException e) {
      return Tried.of(Outcome.TOO_SLOW);
    } catch (IOException e) {
      return new Tried(Outcome.UNREACHABLE, e.getClass().getSimpleName());
    }
  }

  private Optional<Registration> registration(Due due) {
    Optional<Institution> institution = registry.institution(due.to().hospcode());
    if (institution.isEmpty()) {
      return Optional.empty();
    }
    @Nullable Caller caller = registry.find(institution.get().merchantCode(), due.system());
    return caller == null ? Optional.empty() : Optional.of(registry.registration(caller));
  }

  private byte[] body(Due due, Registration to, Instant now) throws CannotOpen {
    var call = new Call(to.institution(), to.system(), now);
    SortedMap<String, String> elements = answers.of(call, due.orderNo());
    elements.put("eventid", due.id());
    elements.put("eventseq", String.valueOf(due.seq()));
    elements.put("eventtype", due.event());
    return reception.push(to.caller(), "ST009", elements);
  }

  private static Tried judged(CallbackPost.Answer answer) {
    if (answer.status() / 100 != 2) {
      return new Tried(Outcome.HTTP_STATUS, String.valueOf(answer.status()));
    }
    try {
      boolean accepted =
          "00"
              .equals(
                  FormReader.readBody(answer.body().getBytes(StandardCharsets.UTF_8))
                      .get("respcode"));
      return Tried.of(accepted ? Outcome.ACCEPTED : Outcome.NOT_ACCEPTED);
    } catch (MalformedMessage e) {
      return Tried.of(Outcome.NOT_ACCEPTED);
    }
  }
}
