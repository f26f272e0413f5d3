using RelationalPractice.Surveys;
using RelationalPractice.Tests.Demonstration;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class TriageWordsTests
{
    private static readonly TriageWords Seeds = TriageWords.Of(TriageSeeds.Words);

    [Theory]
    [InlineData("kill", "He said he would KILL us", "KILL")]
    [InlineData("kill", "It kills me", "kills")]
    [InlineData("knife", "He keeps knives", "knives")]
    [InlineData("bruises", "one bruise", "bruise")]
    [InlineData("injury", "two injuries", "injuries")]
    [InlineData("suicide", "she talks of sucide", "sucide")]
    [InlineData("suicide", "she talks of suicied", "suicied")]
    [InlineData("strangled", "he strangeld me", "strangeld")]
    [InlineData("strangled", "he stranggeld me", "stranggeld")]
    [InlineData("frightened of", "I am frigthend of him", "frigthend of")]
    [InlineData("self harm", "Her self-harm is worse", "self-harm")]
    [InlineData("self harm", "Her selfharm is worse", "selfharm")]
    [InlineData("self harm", "SELF\u00a0HARM", "SELF\u00a0HARM")]
    [InlineData("scared of", "I'm scared, of him", "scared, of")]
    [InlineData("touché", "TOUCHE", "TOUCHE")]
    [InlineData("abuse", "ábusé", "ábusé")]
    [InlineData("don't feel safe", "I dont feel safe", "dont feel safe")]
    [InlineData("dont feel safe", "I don’t feel safe", "don’t feel safe")]
    [InlineData("hit", "he 'hit' me", "hit")]
    [InlineData("hit", "👩‍👧hit👩‍👧", "hit")]
    [InlineData("بیٹا", "میرا بیٹا!", "بیٹا")]
    [InlineData("gun", "a gun", "gun")]
    public void Find_ListedWord_IsFoundAsWritten(string listed, string text, string asWritten) =>
        TriageWords.Of([listed]).Find(text).ShouldHaveSingleItem().ShouldBe(new TriageMatch(listed, asWritten));

    [Theory]
    [InlineData("kill", "She is very skilled, a real skill")]
    [InlineData("kill", "he kil")]
    [InlineData("killed", "She is skilled")]
    [InlineData("hit", "a shirt and a white hat")]
    [InlineData("hurt", "hurtling down the hill")]
    [InlineData("starving", "We are starting again")]
    [InlineData("choked", "She cooked with us")]
    [InlineData("violent", "Violet comes on Mondays")]
    [InlineData("abuse", "It would amuse you")]
    [InlineData("raped", "a rapid answer")]
    [InlineData("self harm", "She helps herself. Harm is not a word she uses")]
    [InlineData("scared of", "I was scared\nof the form nobody told me")]
    [InlineData("locked in", "locked the door and came in")]
    [InlineData("touching me", "me touching")]
    [InlineData("gun", "begun, guns'n'roses fans, Gunther")]
    public void Find_OrdinaryWords_AreLeftAlone(string listed, string text) => TriageWords.Of([listed]).Find(text).ShouldBeEmpty();

    [Fact]
    public void Find_FourLetters_MayHaveNoSlip()
    {
        TriageWords.Of(["stab"]).Find("stap").ShouldBeEmpty();
        TriageWords.Of(["knife"]).Find("knive").ShouldNotBeEmpty();
    }

    [Fact]
    public void Find_EightLetters_MayHaveOneSlipAndNineTwo()
    {
        TriageWords.Of(["overdose"]).Find("ovredoes").ShouldBeEmpty();
        TriageWords.Of(["overdosed"]).Find("ovredosd").ShouldNotBeEmpty();
        TriageWords.Of(["overdosed"]).Find("ovrdsod").ShouldBeEmpty();
    }

    [Fact]
    public void Find_SeveralTimes_IsSaidOnceWhereItIsFirstMet() =>
        TriageWords.Of(["hit", "hurt"]).Find("It hurts when he hits me. He HIT me.").ShouldBe([new("hurt", "hurts"), new("hit", "hits")]);

    [Theory]
    [InlineData("")]
    [InlineData("  … !!")]
    [InlineData("👍🏽")]
    public void Of_NothingOfLetters_FindsNothing(string listed)
    {
        TriageWords.Of([listed]).Find("anything 👍🏽 at all … !!").ShouldBeEmpty();
        TriageWords.LettersIn(listed).ShouldBe(0);
    }

    [Theory]
    [InlineData("My social worker is skilled at building relationships and treats me with respect")]
    [InlineData("She started late and was starting well")]
    [InlineData("Violet is a friend. We cooked together and she stared at the sheep")]
    [InlineData("We waited in the county hall, she looked after the links and struggled with the form")]
    [InlineData("A stranger would not know. It was terrific, rapid and rated highly")]
    public void Seeds_KindWords_RaiseNothing(string text) => Seeds.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("I have not eaten. I am hungry")]
    [InlineData("he locked me in")]
    [InlineData("I want to die")]
    [InlineData("im scared of my stepdad")]
    [InlineData("i self harmd last week")]
    [InlineData("he keeps touching me")]
    [InlineData("he has a gun")]
    public void Seeds_WordsOfRisk_Raise(string text) => Seeds.Find(text).ShouldNotBeEmpty();

    [Fact]
    public void Seeds_EachWord_IsFoundWhereItStandsAndWrittenOnce()
    {
        TriageSeeds.Words.ShouldBeUnique();
        TriageSeeds.Words.ShouldAllBe(word => word == word.ToLowerInvariant() && TriageWords.LettersIn(word) >= 3);
        foreach (var word in TriageSeeds.Words)
        {
            Seeds.Find($"Well, {word}.").ShouldContain(match => match.Listed == word);
        }
    }

    [Fact]
    public void Seeds_EverydayWords_RaiseNothing()
    {
        TriageSeeds.Everyday.Count.ShouldBeGreaterThan(50);
        TriageSeeds.Everyday.Where(word => Seeds.Find(word).Any()).ShouldBeEmpty();
    }

    [Fact]
    public void Seeds_OfTheInventedFamilies_RaiseTheFew()
    {
        var texts = InventedResponses.FiveThousand.Where(r => r.Answers.Any(a => a.Text != null)).ToList();

        var raised = texts.Count(response => InventedResponses.Texts([response]).Any(text => Seeds.Find(text).Any()));

        (raised / (double)texts.Count).ShouldBeInRange(0.02, 0.15);
    }

    [Fact]
    public void Find_WordThatIsListed_IsNoSlipOfAnother() =>
        TriageWords.Of(["abuse", "abused"]).Find("the abuse").ShouldHaveSingleItem().Listed.ShouldBe("abuse");
}
