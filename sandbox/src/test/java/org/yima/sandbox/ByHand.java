package org.yima.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.FormWriter;
import org.yima.protocol.MalformedMessage;
import org.yima.protocol.SignedString;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.Suite;

/**
 * Messages of the RSA hospital made with the JDK alone, so that a test can sign and seal what the
 * kit would refuse to: a second implementation of decisions §2 and §3.
 */
final class ByHand {
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Scene scene;
  private final Hospital place;
  private final KeyRing institution;
  private final KeyRing system;

  ByHand(Scene scene) throws IOException {
    this.scene = scene;
    this.place = scene.at(Scene.TOWNSHIP_RSA);
    this.institution = place.ring("institution.p12");
    this.system = place.ring("system.p12");
  }

  /** A good inner string, not yet signed; {@code changes} replace, and empty ones remove. */
  Form inner(String transtype, String transdata, Map<String, String> changes) {
    Map<String, String> elements = new TreeMap<>();
    elements.put("version", "1.0");
    elements.put("merchantcode", place.place().institution().merchantCode());
    elements.put("infosyscode", place.place().system().code());
    elements.put("transtype", transtype);
    elements.put("transdata", transdata);
    elements.put("suite", "RSA");
    elements.put("timestamp", place.now().replaceAll("[^0-9]", ""));
    elements.put("nonce", "0123456789abcdef");
    elements.putAll(changes);
    elements.values().removeIf(String::isEmpty);
    return Form.of(new TreeMap<>(elements));
  }

  /** Both signatures, over what the form says. */
  Form signed(Form form) {
    byte[] string = SignedString.ofInner(form);
    return form.with("merchantsignature", signature(institution, string))
        .with("infosyssignature", signature(system, string));
  }

  private static String signature(KeyRing keys, byte[] string) {
    byte[] signature = Objects.requireNonNull(keys.signingKey(Suite.RSA)).sign(Suite.RSA, string);
    return Base64.getEncoder().encodeToString(signature);
  }

  /** Keys ascending and values raw, without the kit's checks of either. */
  static byte[] raw(Form form) {
    Map<String, String> pairs = new TreeMap<>();
    form.entries().forEach(entry -> pairs.put(entry.name(), entry.value()));
    var text = new StringBuilder();
    pairs.forEach((name, value) -> text.append('&').append(name).append('=').append(value));
    return text.substring(1).getBytes(StandardCharsets.UTF_8);
  }

  /** Any bytes at all, sealed to the platform as this transaction. */
  byte[] sealed(String transtype, byte[] inner) {
    try {
      byte[] key = new byte[32];
      byte[] nonce = new byte[12];
      RANDOM.nextBytes(key);
      RANDOM.nextBytes(nonce);
      Cipher content = Cipher.getInstance("AES/GCM/NoPadding");
      content.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      content.updateAAD(transtype.getBytes(StandardCharsets.UTF_8));
      byte[] sealed = content.doFinal(inner);
      byte[] whole = new byte[12 + sealed.length];
      System.arraycopy(nonce, 0, whole, 0, 12);
      System.arraycopy(sealed, 0, whole, 12, sealed.length);
      Cipher transport = Cipher.getInstance("RSA/ECB/OAEPPadding");
      transport.init(Cipher.ENCRYPT_MODE, platform().getPublicKey(), OAEP);
      var outer = new TreeMap<String, String>();
      outer.put("transtype", transtype);
      outer.put("suite", "RSA");
      outer.put("encryptkey", Base64.getEncoder().encodeToString(transport.doFinal(key)));
      outer.put("encrpteddata", Base64.getEncoder().encodeToString(whole));
      return FormWriter.encoded(Form.of(outer));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The second certificate of the file is RSA; the first, SM2, is not for the JDK. */
  private X509Certificate platform() throws IOException, GeneralSecurityException {
    String file = Files.readString(scene.sandbox.keys().kit(place.place()).resolve("platform.pem"));
    String pem = file.substring(file.lastIndexOf("-----BEGIN"));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Opens a sealed reply. */
  Form open(byte[] body) {
    try {
      Form outer = FormReader.readBody(body);
      byte[] wrapped = bytes(outer, "encryptkey");
      byte[] data = bytes(outer, "encrpteddata");
      List<byte[]> keys = system.unwrap(Suite.RSA, null, wrapped);
      Cipher content = Cipher.getInstance("AES/GCM/NoPadding");
      content.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(keys.getFirst(), "AES"),
          new GCMParameterSpec(128, data, 0, 12));
      content.updateAAD(
          Objects.requireNonNull(outer.get("transtype")).getBytes(StandardCharsets.UTF_8));
      return FormReader.readInner(content.doFinal(data, 12, data.length - 12));
    } catch (GeneralSecurityException | MalformedMessage e) {
      throw new IllegalStateException(new String(body, StandardCharsets.UTF_8), e);
    }
  }

  private static byte[] bytes(Form form, String name) {
    return Base64.getDecoder().decode(Objects.requireNonNull(form.get(name), name));
  }
}
