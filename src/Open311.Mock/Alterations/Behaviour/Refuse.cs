using Open311.Mock.Alterations.Trees;
using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>
/// Answers an error (<c>code</c>, <c>description</c>) in place of what would have been answered; with <c>where</c>, only in place of a list
/// that holds such an item.
/// </summary>
internal sealed class Refuse(YamlMap map) : Alteration
{
    readonly int code = map.Whole("code", 0) is var status and >= 400 and <= 599
        ? status
        : throw map.Problem("code", "'code' must be an HTTP status from 400 to 599.");

    readonly string description = map.Text("description");
    readonly ItemChoice? choice = map.Has("where") ? ItemChoice.Read(map) : null;

    public override Reply Change(Reply reply, Question question) =>
        choice is null || (reply.Resource.Content is DataList { Items: var items } && items.Where((item, i) => choice.Picks(item, i)).Any())
            ? Reply.Error(reply.Format, code, description)
            : reply;
}
