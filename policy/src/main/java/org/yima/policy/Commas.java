package org.yima.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Commas that were meant for the reader. Between braces YAML ends a value at each, and takes what
 * follows for a key that has no value.
 */
final class Commas {

  private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}([,，][0-9]{3})+(\\.[0-9]+)?");

  /** The keys under which a text stands that may have commas. */
  private static final Set<String> TEXTS = Set.of("name", "source", "item", "note", "about");

  private static final Pattern KEY = Pattern.compile("[\\w\"'“”-]+：.*");

  private Commas() {}

  /** Fails where a number with a comma stands in a mapping. */
  static void checkNumbers(Entry mapping, MappingNode node) {
    List<NodeTuple> tuples = node.getValue();
    for (int i = 1; i < tuples.size(); i++) {
      String number = before(tuples, i);
      int last = i;
      while (last < tuples.size() && isCutOff(node, tuples.get(last))) {
        number += "," + text(tuples.get(last).getKeyNode());
        last++;
      }
      if (last > i && isThousands(number)) {
        throw new Entry(mapping.file(), mapping.key(), tuples.get(i).getKeyNode())
            .fail(chinese(number), english(number));
      }
    }
  }

  /** What to say of a key that is the rest of a text with a comma; null: it is none. */
  static @Nullable PolicyException text(MappingNode node, Entry rest) {
    List<NodeTuple> tuples = node.getValue();
    if (KEY.matcher(rest.key()).matches()) {
      return null; // With a full-width colon it is a key after all.
    }
    for (int i = 1; i < tuples.size(); i++) {
      String key = text(tuples.get(i - 1).getKeyNode());
      boolean found = rest.key().equals(text(tuples.get(i).getKeyNode()).strip());
      if (found && isCutOff(node, tuples.get(i)) && TEXTS.contains(key)) {
        String whole = before(tuples, i) + ", " + rest.key();
        return rest.fail(
            "“%s”的文字里有逗号；请给整段文字加引号：%s: \"%s\"".formatted(key, key, whole),
            "the text of '%s' has a comma in it; put quotes around it: %s: \"%s\""
                .formatted(key, key, whole));
      }
    }
    return null;
  }

  static boolean isThousands(String text) {
    return THOUSANDS.matcher(text).matches();
  }

  static String chinese(String number) {
    return "数字里不写千位逗号：请把 " + number + " 写成 " + plain(number);
  }

  static String english(String number) {
    return "no thousands comma: write " + plain(number) + ", not " + number;
  }

  private static String plain(String number) {
    return number.replaceAll("[,，]", "");
  }

  /** The value before the comma; empty where it is no single value. */
  private static String before(List<NodeTuple> tuples, int i) {
    return text(tuples.get(i - 1).getValueNode());
  }

  private static boolean isCutOff(MappingNode node, NodeTuple tuple) {
    return node.getFlowStyle() == FlowStyle.FLOW
        && tuple.getValueNode() instanceof ScalarNode value
        && value.getValue().isEmpty()
        && value.getScalarStyle() == ScalarStyle.PLAIN;
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
