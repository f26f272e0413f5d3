using System.Text.Json.Nodes;
using RelationalPractice.Surveys;

namespace RelationalPractice.Tests.Surveys;

/// <summary>A questionnaire with one question of every answer type, as the file an authority would write.</summary>
public static class SampleQuestionnaire
{
    public const string FileName = "sample.json";

    public static Glossary Glossary { get; } =
        new("1", "en", [new GlossaryTerm("trust", "trust", "You can rely on them.", "the tests")]);

    public static JsonObject Json() => JsonNode.Parse(
        """
        {
          "key": "sample",
          "version": "2.1-draft",
          "audience": "young-person",
          "language": "en-GB",
          "title": "Sample",
          "introduction": "First.\n\nSecond.",
          "ways": [
            { "tier": "named", "title": "With your name", "purpose": "To act on it" },
            { "tier": "worker-only", "title": "With their name", "purpose": "To learn" },
            { "tier": "anonymous", "title": "Without names", "purpose": "To see the whole" }
          ],
          "beforeQuestions": "Skip what you like.",
          "versionNote": "For tests.",
          "questions": [
            { "key": "story", "number": 1, "type": "long-text", "label": "Story", "wording": "What about [[trust|trusting]] them?", "help": "As much as you like" },
            { "key": "team", "number": 2, "type": "short-text", "label": "Team", "wording": "Which team?" },
            { "key": "scores", "number": 3, "type": "scale-group", "label": "Scores", "wording": "How far do you agree?", "stem": "My worker",
              "items": [ { "key": "fair", "wording": "is fair" }, { "key": "kind", "wording": "is kind", "helpWhenAtMost": 1 } ],
              "scale": [ { "value": 1, "label": "no" }, { "value": 2, "label": "rather no" }, { "value": 3, "label": "both" }, { "value": 4, "label": "rather yes" }, { "value": 5, "label": "yes" } ] },
            { "key": "dials", "number": 4, "type": "dial-group", "label": "Dials", "wording": "How true is it?",
              "items": [ { "key": "safe", "wording": "I feel safe", "helpWhenAtMost": 2 } ],
              "scale": [ { "value": 1, "label": "not at all" }, { "value": 2, "label": "a little" }, { "value": 3, "label": "in the middle" }, { "value": 4, "label": "quite a lot" }, { "value": 5, "label": "completely" } ],
              "notSure": "not sure" },
            { "key": "again", "number": 5, "type": "single-choice", "label": "Again", "wording": "Shall we ask again?",
              "options": [ { "key": "yes", "label": "Yes" }, { "key": "later", "label": "Later" } ] }
          ]
        }
        """)!.AsObject();

    public static Questionnaire Load() => Load(Json());

    public static Questionnaire Load(JsonNode json) => QuestionnaireFile.Parse(json.ToJsonString(), FileName, Glossary);

    public static T Question<T>()
        where T : Question => Load().Questions.OfType<T>().Single();
}
