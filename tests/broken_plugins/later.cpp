#include <zonekg/plugin.hpp>

// Proposes every company it is shown as a project that the company undertakes, and a status for it.
class Later : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document& document, zonekg::Sink& sink) override {
    for (const zkg_mention& company : document.mentions()) {
      zonekg::MentionCandidate project{"project"};
      project.span = company.span;
      project.confidence = 0.7;
      const std::uint32_t id = sink.add(project);
      zonekg::RelationCandidate relation{"undertakes"};
      relation.head = company.id;
      relation.tail = id;
      relation.evidence = company.span;
      relation.confidence = 0.7;
      sink.add(relation);
      zonekg::FactCandidate fact;
      fact.mention = id;
      fact.key = "status";
      fact.value = "started";
      fact.modality = "actual";
      fact.evidence = company.span;
      fact.confidence = 0.7;
      sink.add(fact);
    }
  }
};

ZONEKG_PLUGIN_FULL(Later, "later", "1.0.0", "A project for every company",
                   ZONEKG_LIST("mention:project", "relation:undertakes", "fact:status"), ZONEKG_LIST("mention:company"))
