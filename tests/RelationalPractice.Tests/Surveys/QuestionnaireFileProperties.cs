using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class QuestionnaireFileProperties
{
    [Fact]
    public void Write_AnyQuestionnaire_IsReadBackUnchanged() =>
        Prop.ForAll(Questionnaires.Any.ToArbitrary(), questionnaire =>
        {
            var json = QuestionnaireFile.Write(questionnaire);

            var read = QuestionnaireFile.Parse(json, SampleQuestionnaire.FileName, SampleQuestionnaire.Glossary);

            ShouldBeTheSame(read, questionnaire);
            QuestionnaireFile.Write(read).ShouldBe(json);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Load_FileWithAnyBytesChanged_IsReadOrRefusedByPlace()
    {
        var file = Encoding.UTF8.GetBytes(QuestionnaireFile.Write(SampleQuestionnaire.Load()));
        var change =
            from at in Gen.Choose(0, file.Length - 1)
            from value in Gen.Choose(0, 255)
            select (at, (byte)value);

        Prop.ForAll(change.ListOf().ToArbitrary(), changes =>
        {
            var changed = file.ToArray();
            foreach (var (at, value) in changes) changed[at] = value;

            try
            {
                QuestionnaireFile.Load(new MemoryStream(changed), SampleQuestionnaire.FileName, SampleQuestionnaire.Glossary);
            }
            catch (QuestionnaireFileException refused)
            {
                refused.Place.ShouldStartWith("$");
            }
        }).QuickCheckThrowOnFailure();
    }

    // Records compare their lists by reference: each list is compared by its entries, the rest as it stands.
    private static void ShouldBeTheSame(Questionnaire read, Questionnaire written)
    {
        read.Ways.ShouldBe(written.Ways);
        read.Questions.Count.ShouldBe(written.Questions.Count);
        foreach (var (question, original) in read.Questions.Zip(written.Questions)) ShouldBeTheSame(question, original);
        (read with { Ways = written.Ways, Questions = written.Questions }).ShouldBe(written);
    }

    private static void ShouldBeTheSame(Question read, Question written)
    {
        switch (read, written)
        {
            case (ScoredGroupQuestion group, ScoredGroupQuestion original):
                group.Items.ShouldBe(original.Items);
                group.Scale.ShouldBe(original.Scale);
                (group with { Items = original.Items, Scale = original.Scale }).ShouldBe(original);
                break;
            case (SingleChoiceQuestion choice, SingleChoiceQuestion original):
                choice.Options.ShouldBe(original.Options);
                (choice with { Options = original.Options }).ShouldBe(original);
                break;
            default:
                read.ShouldBe(written);
                break;
        }
    }
}
