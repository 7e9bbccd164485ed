package org.yima.securitypkg;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Form;
import org.yima.protocol.FormWriter;
import org.yima.protocol.SignedString;
import org.yima.securitypkg.CannotOpen.Fault;

/**
 * The platform's side: opens requests, and writes to callers. Used by many threads at once.
 *
 * <p>The order of checks is always the same: open with the platform's key, compare what is said
 * outside with what is inside, find the caller, is the suite registered for it, both signatures,
 * and only then time and nonce, so that what is told apart is told to a proven caller.
 */
public final class Reception {
  private final KeyRing keys;
  private final Callers callers;
  private final Clock clock;
  private final SecureRandom random;
  private final Duration window;

  /**
   * A reception with the usual time window of five minutes.
   *
   * @param keys the platform's private keys
   * @param random of cryptographic quality
   */
  public Reception(KeyRing keys, Callers callers, Clock clock, SecureRandom random) {
    this(keys, callers, clock, random, Duration.ofMinutes(5));
  }

  /** A reception that lets a timestamp differ from its clock by the window, either way. */
  public Reception(
      KeyRing keys, Callers callers, Clock clock, SecureRandom random, Duration window) {
    this.keys = keys;
    this.callers = callers;
    this.clock = clock;
    this.random = random;
    this.window = window;
  }

  /**
   * Opens a request, sealed or plain, and proves who sent it.
   *
   * @param outer the body, read by {@code FormReader.readBody}
   * @throws CannotOpen if anything at all is wrong
   */
  public Received open(Form outer) throws CannotOpen {
    Suite named = Suite.named(outer.get("suite"));
    return Envelope.isSealed(outer) ? openSealed(outer, named) : openPlain(outer, named);
  }

  private Received openSealed(Form outer, @Nullable Suite named) throws CannotOpen {
    Suite suite = named == null ? Suite.LEGACY : named;
    Envelope envelope = Envelope.open(outer, suite, keys);
    byte[] requestKey = envelope.contentKey();
    Message message = envelope.message();
    Caller caller = caller(message);
    try {
      requireRegistered(caller, suite);
      Supplier<ContentKey> replyKeys;
      if (suite == Suite.LEGACY) {
        replyKeys = () -> ContentKey.ofRequest(requestKey.clone());
      } else {
        Arrays.fill(requestKey, (byte) 0);
        replyKeys = sealingTo(caller, suite, message.optional("infosyscertid"));
      }
      return proven(message, caller, replyKeys);
    } catch (CannotOpen e) {
      throw e.naming(caller);
    }
  }

  private Received openPlain(Form outer, @Nullable Suite named) throws CannotOpen {
    Caller caller = caller(new Message(outer, Suite.LEGACY, false));
    Suite suite = named;
    if (suite == null) {
      boolean single = caller.suites().size() == 1;
      suite = single ? caller.suites().iterator().next() : Suite.LEGACY;
    }
    try {
      requireRegistered(caller, suite);
      if (!caller.isPlainFormAllowed()) {
        throw new CannotOpen(Fault.PLAIN_NOT_REGISTERED);
      }
      return proven(new Message(outer, suite, false), caller, null);
    } catch (CannotOpen e) {
      throw e.naming(caller);
    }
  }

  private Caller caller(Message message) throws CannotOpen {
    Caller caller = callers.find(message.value("merchantcode"), message.value("infosyscode"));
    if (caller == null) {
      throw new CannotOpen(Fault.CALLER);
    }
    return caller;
  }

  private static void requireRegistered(Caller caller, Suite suite) throws CannotOpen {
    if (!caller.suites().contains(suite)) {
      throw new CannotOpen(Fault.SUITE_NOT_REGISTERED);
    }
  }

  private Received proven(Message message, Caller caller, @Nullable Supplier<ContentKey> replyKeys)
      throws CannotOpen {
    Instant now = clock.instant();
    Message.SignatureCheck signatures = message.signatures(caller.legacyDigest(), now);
    signatures.require(
        "merchantsignature",
        caller.merchant(),
        message.optional("merchantcertid"),
        Fault.MERCHANT_SIGNATURE);
    signatures.require(
        "infosyssignature",
        caller.system(),
        message.optional("infosyscertid"),
        Fault.INFOSYS_SIGNATURE);
    Reply reply = new Reply(message, outlet(caller, message.suite(), replyKeys));
    try {
      Freshness.requireRecent(message, now, window);
    } catch (CannotOpen stale) {
      throw stale.fault() == Fault.TIME ? CannotOpen.outsideWindow(reply) : stale;
    }
    return new Received(message, caller, reply);
  }

  private Outlet outlet(Caller caller, Suite suite, @Nullable Supplier<ContentKey> contentKeys)
      throws CannotOpen {
    KeyRing.SigningKey signer = keys.signingKey(suite);
    if (signer == null) {
      throw new CannotOpen(Fault.UNANSWERABLE);
    }
    return new Outlet(caller, suite, signer, contentKeys, random);
  }

  private Supplier<ContentKey> sealingTo(Caller caller, Suite suite, @Nullable String certid)
      throws CannotOpen {
    PartyCertificate to = caller.system().forEncryption(suite, certid, clock.instant());
    if (to == null) {
      throw new CannotOpen(Fault.UNANSWERABLE);
    }
    return () -> ContentKey.fresh(suite, to, random);
  }

  /**
   * Writes a message that the platform begins (a notification to {@code backurl}), sealed to the
   * access system in its strongest suite, with timestamp and nonce.
   *
   * @param elements names in lower case, values raw; ampersands as in {@link Reply#write}
   * @throws CannotOpen if that suite lacks a valid certificate of the caller or a key of ours
   */
  public byte[] push(Caller caller, String transtype, SortedMap<String, String> elements)
      throws CannotOpen {
    Suite suite = caller.suites().iterator().next();
    SortedMap<String, String> all = new TreeMap<>(elements);
    if (suite.isTimed()) {
      all.putAll(Freshness.elements(suite, clock.instant(), random));
    }
    return outlet(caller, suite, sealingTo(caller, suite, null)).write(transtype, all);
  }

  /**
   * The plain reply to what cannot be opened. It is signed, names no caller, and repeats nothing of
   * the request, so it is the same for everybody.
   *
   * @param asked the {@code suite} element of the request, any text; the platform's first suite is
   *     used if it names none that the platform has a key for
   */
  public byte[] plainRefusal(String respcode, String respmsg, @Nullable String asked) {
    Suite suite = refusalSuite(asked);
    KeyRing.SigningKey signer = Objects.requireNonNull(keys.signingKey(suite));
    Form refusal = Form.empty().with("respcode", respcode).with("respmsg", respmsg);
    if (suite != Suite.LEGACY) {
      refusal = refusal.with("suite", suite.name());
    }
    byte[] signature = signer.sign(suite, SignedString.ofPlain(refusal));
    String key = PlatformSignatureKey.PLTFMSIGNATURE.key();
    return FormWriter.raw(refusal.with(key, Base64.getEncoder().encodeToString(signature)));
  }

  /** The suite asked for (none: LEGACY) if we can sign in it, else the first in which we can. */
  private Suite refusalSuite(@Nullable String asked) {
    String wanted = asked == null ? Suite.LEGACY.name() : asked;
    Suite first = null;
    for (Suite suite : Suite.values()) {
      if (keys.signingKey(suite) != null) {
        if (suite.name().equals(wanted)) {
          return suite;
        }
        first = first == null ? suite : first;
      }
    }
    if (first == null) {
      throw new IllegalStateException("the platform has no key that is valid now");
    }
    return first;
  }
}
