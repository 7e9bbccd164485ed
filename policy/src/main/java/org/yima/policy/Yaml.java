package org.yima.policy;

import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns the text of a file into its root {@link Entry}; plain data only. */
final class Yaml {

  private static final int MAX_DEPTH = 20;

  private Yaml() {}

  static Entry read(SourceFile file) {
    LoadSettings settings = LoadSettings.builder().setLabel(file.name()).build();
    try {
      checkEvents(file, settings);
      Node root =
          new Compose(settings)
              .composeString(file.text())
              .orElseThrow(() -> new PolicyException(file.name(), 1, "文件是空的", "the file is empty"));
      return new Entry(file.name(), file.name(), root);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw notYaml(file, line, e.getProblem());
    } catch (YamlEngineException e) {
      throw notYaml(file, 1, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /** Before the recursive composer sees the file: its depth is bounded, and it has no anchors. */
  private static void checkEvents(SourceFile file, LoadSettings settings) {
    int depth = 0;
    Iterator<Event> events = new Parse(settings).parseString(file.text()).iterator();
    while (events.hasNext()) {
      Event event = events.next();
      int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
      checkAnchor(file, event, line);
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias ->
            throw new PolicyException(
                file.name(),
                line,
                "不支持 YAML 引用（*）；请把内容写全",
                "aliases (*) are not read; write the content out");
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        throw new PolicyException(file.name(), line, "嵌套过深", "nested too deeply");
      }
    }
  }

  /** An anchor is of no use without an alias. */
  private static void checkAnchor(SourceFile file, Event event, int line) {
    if (!(event instanceof AliasEvent)
        && event instanceof NodeEvent node
        && node.getAnchor().isPresent()) {
      throw new PolicyException(
          file.name(),
          line,
          "不支持 YAML 锚点（&%s）；请删去，并把内容写全".formatted(node.getAnchor().get()),
          "anchors (&%s) are not read; remove it and write the content out"
              .formatted(node.getAnchor().get()));
    }
  }

  private static PolicyException notYaml(SourceFile file, int line, String problem) {
    PolicyException wide = FullWidth.near(file, line);
    if (wide != null) {
      return wide;
    }
    return new PolicyException(
        file.name(),
        line,
        "不是有效的 YAML；请检查缩进、冒号和引号",
        "not YAML; check indentation, colons and quotes (" + problem + ")");
  }
}
