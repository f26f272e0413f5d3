using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class QuestionProperties
{
    private static readonly Gen<(Question Question, Dictionary<string, string?> Form)> PostedQuestions =
        from question in Gen.Elements(SampleQuestionnaire.Load().Questions.AsEnumerable())
        from values in Written.Posted.ListOf(question.ItemKeys.Count)
        select (question, question.ItemKeys.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second));

    [Fact]
    public void Read_AnyForm_GivesEachFieldAnAnswerOrAProblemOrNothing() =>
        Prop.ForAll(PostedQuestions.ToArbitrary(), posted =>
        {
            var reading = posted.Question.Read(field => posted.Form[field]);

            var answered = reading.Values.Keys.Concat(reading.Problems.Select(problem => problem.Field)).ToList();
            answered.ShouldBe(posted.Form.Where(field => WrittenText.Clean(field.Value).Length > 0).Select(field => field.Key), ignoreOrder: true);
            reading.Typed.Keys.ShouldBe(answered, ignoreOrder: true);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_WhatWasKept_IsKeptAgainWhenPostedAgain() =>
        Prop.ForAll(PostedQuestions.ToArbitrary(), posted =>
        {
            var reading = posted.Question.Read(field => posted.Form[field]);

            var again = posted.Question.Read(field => reading.Typed.GetValueOrDefault(field));

            again.Values.ShouldBe(reading.Values);
            again.Problems.ShouldBe(reading.Problems);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_WhateverWasKept_ShowEveryAnswerOnce() =>
        Prop.ForAll(PostedQuestions.ToArbitrary(), posted =>
        {
            var reading = posted.Question.Read(field => posted.Form[field]);

            var lines = posted.Question.Lines(reading.Values);

            lines.Select(line => line.ItemKey).ShouldBe(posted.Question.ItemKeys);
            lines.Where(line => line.Words is not null).Select(line => line.ItemKey).ShouldBe(reading.Values.Keys, ignoreOrder: true);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyProblem_IsSaidInPlainWords() =>
        Prop.ForAll(PostedQuestions.ToArbitrary(), posted =>
        {
            foreach (var problem in posted.Question.Read(field => posted.Form[field]).Problems)
            {
                foreach (var avoided in new[] { "please", "sorry", "invalid", "required", "must", "!" })
                    problem.Message.ShouldNotContain(avoided, Case.Insensitive);
            }
        }).QuickCheckThrowOnFailure();
}
