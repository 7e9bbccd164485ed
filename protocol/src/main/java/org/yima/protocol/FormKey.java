package org.yima.protocol;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is special about certain keys of a form: the spellings that mean the same (section 1.1.3
 * prints some names two ways), and which keys hold signatures, Base64 or XML. All methods but
 * {@link #canonical} expect the canonical name.
 */
final class FormKey {
  static final String TRANSDATA = "transdata";
  static final String MERCHANT_SIGNATURE = "merchantsignature";
  static final String ACCESS_SYSTEM_SIGNATURE = "infosyssignature";
  static final String PLATFORM_SIGNATURE = "pltfmsignature";

  private static final Map<String, String> ALIASES = aliases();
  private static final Set<String> SIGNATURES =
      setOf(MERCHANT_SIGNATURE, ACCESS_SYSTEM_SIGNATURE, PLATFORM_SIGNATURE);
  private static final Set<String> BASE64 = setOf("encryptkey", "encrpteddata", "file");
  private static final Set<String> XML = setOf(TRANSDATA, "aptorderackdata");

  private FormKey() {}

  private static Map<String, String> aliases() {
    Map<String, String> aliases = new HashMap<>();
    aliases.put("infosysysignature", ACCESS_SYSTEM_SIGNATURE);
    aliases.put("pltfirmsignature", PLATFORM_SIGNATURE);
    aliases.put("pltfrmsignature", PLATFORM_SIGNATURE);
    aliases.put("encrypteddata", "encrpteddata");
    aliases.put("hosrcode", "hospcode");
    aliases.put("chargeproname", "chargepromame");
    return aliases;
  }

  private static Set<String> setOf(String... keys) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(keys)));
  }

  /** The one name under which a key is looked up: lower-case, other spellings resolved. */
  static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ALIASES.getOrDefault(lower, lower);
  }

  /** The three elements that the signed string leaves out. */
  static boolean isSignature(String key) {
    return SIGNATURES.contains(key);
  }

  /** Values that contain no blanks, so that a blank in one was a plus sign. */
  static boolean isBase64(String key) {
    return key.endsWith("signature") || BASE64.contains(key);
  }

  /**
   * Values in which, written raw, an ampersand between the tags named like the key cuts nothing.
   */
  static boolean isXml(String key) {
    return XML.contains(key);
  }
}
