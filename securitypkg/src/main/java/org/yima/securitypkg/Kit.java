package org.yima.securitypkg;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.FormWriter;
import org.yima.protocol.MalformedMessage;
import org.yima.securitypkg.CannotOpen.Fault;

/**
 * 定点医药机构侧的签名与加密工具（1.1.1 节）。
 *
 * <p>The hospital's side: signs and seals requests, opens replies and notifications. Used by many
 * threads at once; built by {@link KitBuilder}.
 */
public final class Kit {
  private final Suite suite;
  private final LegacyDigest legacyDigest;
  private final SortedMap<String, String> identity;
  private final KeyRing institution;
  private final KeyRing system;
  private final PartyCertificates platform;
  private final Clock clock;
  private final SecureRandom random;
  private final Duration window;

  Kit(KitBuilder builder) {
    suite = builder.suite;
    legacyDigest = builder.legacyDigest;
    identity = new TreeMap<>(builder.identity);
    institution = builder.institution;
    system = builder.system;
    platform = builder.platform;
    clock = builder.clock;
    random = builder.random;
    window = builder.window;
  }

  /**
   * 签名并加密一笔交易请求。Signs and seals a request.
   *
   * @param transtype the transaction's number, such as {@code ST007}
   * @param transdata its XML, {@code <transdata>…</transdata>}
   * @throws IllegalStateException if a key or certificate that is needed is not valid now
   * @throws IllegalArgumentException if the XML has an ampersand outside its root element
   */
  public Call seal(String transtype, String transdata) {
    Message message = signed(transtype, transdata, true);
    PartyCertificate to = platform.forEncryption(suite, null, clock.instant());
    if (to == null) {
      throw new IllegalStateException("no certificate of the platform for " + suite + " is valid");
    }
    ContentKey key = ContentKey.fresh(suite, to, random);
    byte[] legacyKey = suite == Suite.LEGACY ? key.copy() : null;
    Form outer = key.seal(transtype, FormWriter.raw(message.form()), random);
    return new Call(message, body(outer), legacyKey);
  }

  /**
   * 仅签名、不加密一笔交易请求。Signs a request in the plain form of 1.1.5, readable by anyone on the way; the
   * platform takes it only from systems registered for it.
   *
   * @throws IllegalStateException as for {@link #seal}
   */
  public Call signWithoutSealing(String transtype, String transdata) {
    Message message = signed(transtype, transdata, false);
    return new Call(message, body(message.form()), null);
  }

  private byte[] body(Form outer) {
    return suite == Suite.LEGACY ? FormWriter.raw(outer) : FormWriter.encoded(outer);
  }

  private Message signed(String transtype, String transdata, boolean sealed) {
    KeyRing.SigningKey merchantKey = signingKey(institution, "institution");
    KeyRing.SigningKey systemKey = signingKey(system, "access system");
    SortedMap<String, String> elements = new TreeMap<>(identity);
    elements.put("version", "1.0");
    elements.put("transtype", transtype);
    elements.put("transdata", transdata);
    if (suite.isTimed()) {
      elements.putAll(Freshness.elements(suite, clock.instant(), random));
      elements.put("merchantcertid", merchantKey.certid());
      elements.put("infosyscertid", systemKey.certid());
    }
    Message message = new Message(Form.of(elements), suite, sealed);
    byte[] string = legacyDigest.messageFor(suite, message.signedString());
    return message
        .with("merchantsignature", base64(merchantKey.sign(suite, string)))
        .with("infosyssignature", base64(systemKey.sign(suite, string)));
  }

  private KeyRing.SigningKey signingKey(KeyRing keys, String owner) {
    KeyRing.SigningKey key = keys.signingKey(suite);
    if (key == null) {
      throw new IllegalStateException(
          "no key of the " + owner + " for " + suite + " is valid now: " + keys.certificates());
    }
    return key;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * 解密、验签并解析应答。Opens the reply: decrypts it, checks the platform's signature, and that it answers
   * this very call.
   *
   * @return the flat elements of 1.1.5.2
   * @throws CannotOpen if anything is wrong; nothing then is known about the transaction
   */
  public Form open(byte[] reply, Call call) throws CannotOpen {
    Form outer = outer(reply);
    Message message;
    if (!call.isSealed()) {
      message = new Message(outer, suite, false);
    } else if (Envelope.isSealed(outer)) {
      byte[] legacyKey = call.legacyKey();
      message = legacyKey == null ? envelope(outer) : Envelope.open(outer, legacyKey).message();
    } else {
      throw refusal(outer);
    }
    requirePlatform(message);
    if (!call.isSealed() && message.optional("transtype") == null) {
      throw CannotOpen.refused(outer);
    }
    requireEcho(call.transtype(), message.value("transtype"));
    String nonce = call.nonce();
    requireEcho(nonce == null ? "" : nonce, message.value("nonce"));
    return message.form();
  }

  /**
   * 解密、验签并解析医保业务系统主动推送的通知。Opens a message that the platform began: decrypts it, checks the
   * platform's signature and that it is recent.
   *
   * @throws CannotOpen if anything is wrong; answer it as not accepted, and it will come again
   */
  public Form openPush(byte[] body) throws CannotOpen {
    Message message = envelope(outer(body));
    requirePlatform(message);
    Freshness.requireRecent(message, clock.instant(), window);
    return message.form();
  }

  private static Form outer(byte[] body) throws CannotOpen {
    try {
      return FormReader.readBody(body);
    } catch (MalformedMessage e) {
      throw new CannotOpen(Fault.FORM);
    }
  }

  private Message envelope(Form outer) throws CannotOpen {
    Suite named = Suite.named(outer.get("suite"));
    if ((named == null ? Suite.LEGACY : named) != suite) {
      throw new CannotOpen(Fault.SUITE);
    }
    return Envelope.open(outer, suite, system).message();
  }

  private void requirePlatform(Message message) throws CannotOpen {
    message
        .signatures(legacyDigest, clock.instant())
        .require("pltfmsignature", platform, null, Fault.PLATFORM_SIGNATURE);
  }

  /** A plain answer to a sealed call can only say that the call could not be opened. */
  private CannotOpen refusal(Form outer) throws CannotOpen {
    Suite named = Suite.named(outer.get("suite"));
    requirePlatform(new Message(outer, named == null ? Suite.LEGACY : named, false));
    return CannotOpen.refused(outer);
  }

  private static void requireEcho(String sent, String received) throws CannotOpen {
    if (!MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8), received.getBytes(StandardCharsets.UTF_8))) {
      throw new CannotOpen(Fault.ECHO);
    }
  }
}
