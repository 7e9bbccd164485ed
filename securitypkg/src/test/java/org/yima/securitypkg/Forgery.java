package org.yima.securitypkg;

import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.yima.protocol.Form;
import org.yima.protocol.FormWriter;
import org.yima.protocol.SignedString;

/** A request put together by hand, so that one part of it can be wrong while the rest is right. */
final class Forgery {
  private final Scene scene;
  private final SortedMap<String, String> elements = new TreeMap<>();
  private KeyRing hospital;
  private KeyRing his;
  private UnaryOperator<Form> afterSigning = form -> form;
  private String outerTranstype = "ST001";

  Forgery(Scene scene) {
    this.scene = scene;
    hospital = scene.hospital;
    his = scene.his;
    elements.putAll(
        Map.of(
            "version", "1.0",
            "merchantcode", Cast.HOSPITAL,
            "infosyscode", Cast.HIS,
            "transtype", "ST001",
            "transdata", Scene.TRANSDATA));
    if (scene.suite.isTimed()) {
      elements.putAll(Freshness.elements(scene.suite, scene.now, Cast.RANDOM));
    }
  }

  Forgery with(String name, String value) {
    elements.put(name, value);
    return this;
  }

  Forgery without(String name) {
    elements.remove(name);
    return this;
  }

  Forgery signedBy(KeyRing merchantKeys, KeyRing systemKeys) {
    hospital = merchantKeys;
    his = systemKeys;
    return this;
  }

  /** Changes what is sealed, once it is signed. */
  Forgery then(UnaryOperator<Form> change) {
    afterSigning = change;
    return this;
  }

  Forgery outside(String transtype) {
    outerTranstype = transtype;
    return this;
  }

  private Form signed() {
    Form form = Form.of(elements);
    byte[] string = SignedString.ofInner(form);
    return afterSigning.apply(
        form.with("merchantsignature", signature(hospital, string))
            .with("infosyssignature", signature(his, string)));
  }

  private String signature(KeyRing keys, byte[] string) {
    KeyRing.SigningKey key = keys.signingKey(scene.suite);
    if (key == null) {
      throw new AssertionError("no key to forge with");
    }
    return Base64.getEncoder().encodeToString(key.sign(scene.suite, string));
  }

  byte[] plain() {
    return FormWriter.encoded(signed());
  }

  byte[] sealed() {
    return sealedTo(scene.platform.certificates().get(0));
  }

  byte[] sealedTo(PartyCertificate platform) {
    ContentKey key = ContentKey.fresh(scene.suite, platform, Cast.RANDOM);
    byte[] inner = FormWriter.raw(signed());
    return FormWriter.encoded(key.seal(outerTranstype, inner, Cast.RANDOM));
  }
}
