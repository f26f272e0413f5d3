using RelationalPractice.Collation;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class ThemeSuggesterTests
{
    private static readonly Guid Promises = Guid.NewGuid();
    private static readonly Guid Listening = Guid.NewGuid();

    private static readonly SuggestedTheme[] Themes = [new(Promises, "promise, says she will"), new(Listening, "listen, hear")];

    [Theory]
    [InlineData("He PROMISED a lot.")]
    [InlineData("So many promises")]
    [InlineData("they say so but he says he will and then nothing")]
    public void Suggest_OtherEndingsAndPronouns_FindsTheTheme(string text) =>
        new ThemeSuggester(Themes, []).Suggest("impact", text)[0].ThemeId.ShouldBe(Promises);

    [Theory]
    [InlineData("")]
    [InlineData("compromised")]
    [InlineData("she says. Will was there")]
    [InlineData("كانت لطيفة 😀")]
    public void Suggest_NothingSpeaksForAny_SuggestsNone(string text) => new ThemeSuggester(Themes, []).Suggest("impact", text).ShouldBeEmpty();

    [Fact]
    public void Suggest_WordsInNoList_AreLearnedFromWhatWasCoded()
    {
        var suggester = new ThemeSuggester(Themes,
        [
            Coded(Promises, "the letter about housing"), Coded(Promises, "a letter that went missing"), Coded(Promises, "no letter again"),
            Coded(Listening, "took in all of it"), Coded(Listening, "sat and nodded"), Coded(Listening, "sat with us"),
        ]);

        suggester.Suggest("impact", "still that letter")[0].ThemeId.ShouldBe(Promises);
    }

    [Fact]
    public void Suggest_CodedWithAThemeThatIsNoLongerOffered_IsLeftOut() =>
        new ThemeSuggester(Themes, [Coded(Guid.NewGuid(), "zebra zebra")]).Suggest("impact", "zebra").ShouldBeEmpty();

    [Fact]
    public void Suggest_VeryLongAnswer_GivesNoMoreThanThree() =>
        new ThemeSuggester(ThemeSeeds.Wordings().Select(w => new SuggestedTheme(Guid.NewGuid(), w.Words)), [])
            .Suggest("impact", string.Join(' ', ThemeSeeds.Wordings().Select(w => w.Words))).Count.ShouldBe(ThemeSuggester.Suggestions);

    [Theory]
    [InlineData("stopped", "stop")]
    [InlineData("judging", "judge")]
    [InlineData("worries", "worry")]
    [InlineData("worried", "worry")]
    [InlineData("lies", "lie")]
    [InlineData("telling", "tell")]
    [InlineData("don’t", "dont")]
    public void Tokens_FormsOfOneWord_AreTheSame(string form, string word) => ThemeTokens.Of(form).ShouldBe(ThemeTokens.Of(word));

    private static CodedWords Coded(Guid theme, string text) => CodedWords.Of(Guid.NewGuid(), theme, "impact", text);
}
